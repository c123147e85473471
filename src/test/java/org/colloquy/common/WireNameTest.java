package org.colloquy.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireNameTest {
    private enum Way {
        FACE_TO_FACE,
        REMOTE
    }

    @Test
    void isFoundAgainByItsNameAndByNoOther() {
        for (Way way : Way.values()) {
            assertEquals(way, WireName.stored(Way.class, WireName.of(way)));
        }
        assertEquals("face-to-face", WireName.of(Way.FACE_TO_FACE));
        for (String other :
                new String[] {"", "Remote", "face_to_face", "FACE_TO_FACE", "remote "}) {
            assertEquals(Optional.empty(), WireName.find(Way.class, other));
            assertThrows(IllegalStateException.class, () -> WireName.stored(Way.class, other));
        }
    }
}
