package org.colloquy.audit;

/**
 * What became of the audit trail when it was held against its hashes.
 *
 * @param events how many rows there are
 * @param brokenAt number of the first row that is not as it was written, or that is missing; 0:
 *     none
 * @param lastHash of the newest row that is as it was written, to be kept elsewhere
 * @param message a sentence for people
 */
public record AuditCheck(int events, int brokenAt, String lastHash, String message) {
    public boolean isWhole() {
        return brokenAt == 0;
    }
}
