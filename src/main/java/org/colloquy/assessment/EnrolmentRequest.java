package org.colloquy.assessment;

import org.jspecify.annotations.Nullable;

/** Who is to be enrolled on what, and who assesses and quality assures it. Ids. */
public record EnrolmentRequest(
        String learnerId, String unitId, String assessorId, @Nullable String iqaId) {}
