package org.colloquy.speech.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoMessageTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        ProtoMessage inner = new ProtoMessage().add(2, "inside").add(3, -1);
        ProtoMessage message =
                new ProtoMessage().add(1, 300).add(16, "ü").add(7, inner).add(7, "more");
        ProtoMessage read = ProtoMessage.parse(message.bytes());
        assertEquals(message.size(), read.bytes().remaining());
        assertEquals(List.of(300L), read.numbers(1));
        assertEquals("ü", read.text(16));
        assertEquals(2, read.all(7).size());
        ProtoMessage again = ProtoMessage.parse(read.first(7).orElseThrow());
        assertEquals("inside", again.text(2));
        assertEquals(List.of(-1L), again.numbers(3));
        assertEquals("", read.text(5));
    }

    @Test
    void numbersMayBePacked() {
        ProtoMessage message =
                new ProtoMessage().add(4, ByteBuffer.wrap(new byte[] {1, (byte) 0x96, 1}));
        assertEquals(List.of(1L, 150L), message.numbers(4));
    }

    @Test
    void fieldsOfFixedLengthAreKept() {
        ByteBuffer bytes =
                ByteBuffer.wrap(new byte[] {0x0D, 1, 2, 3, 4, 0x11, 1, 2, 3, 4, 5, 6, 7, 8});
        assertEquals(bytes, ProtoMessage.parse(bytes).bytes());
    }

    @Test
    void aFieldCanBeLeftOut() {
        ProtoMessage message = new ProtoMessage().add(1, "a").add(2, "b").add(1, "c");
        assertEquals(new ProtoMessage().add(2, "b").bytes(), message.without(1).bytes());
        assertEquals(List.of("a", "c"), message.texts(1));
    }

    @Test
    void whatIsCutOffIsRefused() {
        ByteBuffer bytes = new ProtoMessage().add(1, "long enough").bytes();
        bytes.limit(bytes.limit() - 1);
        assertThrows(IllegalArgumentException.class, () -> ProtoMessage.parse(bytes));
        ByteBuffer endless = ByteBuffer.wrap(new byte[] {8, (byte) 0x80});
        assertThrows(IllegalArgumentException.class, () -> ProtoMessage.parse(endless));
    }
}
