package org.colloquy.jobs;

/** What one kind of job does; {@code Application} registers one for each kind. */
@FunctionalInterface
public interface JobHandler {
    /**
     * Does the whole work, again from the beginning where an earlier try was cut off.
     *
     * @throws org.colloquy.common.Problem with the sentence that the person then reads
     * @throws Exception a bug: logged, and told to the person as such
     */
    void run(JobRun run) throws Exception;
}
