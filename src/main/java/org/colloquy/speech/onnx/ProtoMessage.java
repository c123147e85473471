package org.colloquy.speech.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in the wire format of Protocol Buffers, one level deep: what lies in a field is read
 * when somebody asks for it, and what nobody changed is written as it was.
 */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /**
     * @param value of a varint; 0 for others
     * @param bytes of the others; empty for a varint
     */
    private record Field(int number, int wire, long value, ByteBuffer bytes) {
        int size() {
            int tag = varintSize((long) number << 3 | wire);
            return switch (wire) {
                case VARINT -> tag + varintSize(value);
                case BYTES -> tag + varintSize(bytes.remaining()) + bytes.remaining();
                default -> tag + bytes.remaining();
            };
        }

        void write(ByteBuffer to) {
            putVarint(to, (long) number << 3 | wire);
            if (wire == VARINT) {
                putVarint(to, value);
                return;
            }
            if (wire == BYTES) {
                putVarint(to, bytes.remaining());
            }
            to.put(bytes.duplicate());
        }
    }

    private final List<Field> fields = new ArrayList<>();

    /**
     * @throws IllegalArgumentException where that is no message
     */
    static ProtoMessage parse(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        ProtoMessage message = new ProtoMessage();
        while (in.hasRemaining()) {
            long tag = varint(in);
            int wire = (int) (tag & 7);
            int number = (int) (tag >>> 3);
            if (wire == VARINT) {
                message.fields.add(new Field(number, wire, varint(in), ByteBuffer.allocate(0)));
                continue;
            }
            long length =
                    switch (wire) {
                        case FIXED64 -> 8;
                        case FIXED32 -> 4;
                        case BYTES -> varint(in);
                        default -> throw new IllegalArgumentException("Wire type " + wire);
                    };
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("A field ends after its message");
            }
            message.fields.add(new Field(number, wire, 0, in.slice(in.position(), (int) length)));
            in.position(in.position() + (int) length);
        }
        return message;
    }

    List<ByteBuffer> all(int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .map(field -> field.bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN))
                .toList();
    }

    Optional<ByteBuffer> first(int number) {
        return all(number).stream().findFirst();
    }

    List<String> texts(int number) {
        return all(number).stream().map(ProtoMessage::text).toList();
    }

    /** The first text of that number; "" where there is none, as the format has it. */
    String text(int number) {
        return first(number).map(ProtoMessage::text).orElse("");
    }

    /** The varints of that number, packed together or one by one. */
    List<Long> numbers(int number) {
        List<Long> numbers = new ArrayList<>();
        for (Field field : fields) {
            if (field.number == number && field.wire == VARINT) {
                numbers.add(field.value);
            } else if (field.number == number && field.wire == BYTES) {
                ByteBuffer packed = field.bytes.duplicate();
                while (packed.hasRemaining()) {
                    numbers.add(varint(packed));
                }
            }
        }
        return numbers;
    }

    ProtoMessage add(int number, long value) {
        fields.add(new Field(number, VARINT, value, ByteBuffer.allocate(0)));
        return this;
    }

    ProtoMessage add(int number, ByteBuffer bytes) {
        fields.add(new Field(number, BYTES, 0, bytes));
        return this;
    }

    ProtoMessage add(int number, String text) {
        return add(number, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    ProtoMessage add(int number, ProtoMessage message) {
        return add(number, message.bytes());
    }

    /** A copy of the list, not of the bytes. */
    ProtoMessage without(int number) {
        ProtoMessage other = new ProtoMessage();
        fields.stream().filter(field -> field.number != number).forEach(other.fields::add);
        return other;
    }

    int size() {
        return fields.stream().mapToInt(Field::size).sum();
    }

    void write(ByteBuffer to) {
        fields.forEach(field -> field.write(to));
    }

    /** For small ones: a copy on the heap. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size());
        write(bytes);
        return bytes.flip();
    }

    /** Writes the head of a field whose bytes the caller writes after it. */
    static void writeHead(ByteBuffer to, int number, int length) {
        putVarint(to, (long) number << 3 | BYTES);
        putVarint(to, length);
    }

    static int headSize(int number, int length) {
        return varintSize((long) number << 3 | BYTES) + varintSize(length);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64 && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number does not end");
    }

    private static void putVarint(ByteBuffer to, long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            to.put((byte) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        to.put((byte) left);
    }

    private static int varintSize(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }
}
