package org.colloquy.criteria;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as text: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252,
 * which is what older Windows programs write.
 *
 * @param note what the person should know about the reading, or null
 */
record UnitText(String text, @Nullable Text note) {
    static final int MAX_BYTES = 1 << 20;

    /** The first bytes of files that people take for text, and what such a file is. */
    private record Signature(byte[] start, Text kind) {}

    private static final List<Signature> SIGNATURES =
            List.of(
                    signature("PK\3\4", Text.of("a Word document or a ZIP archive")),
                    signature("%PDF", Text.of("a PDF")),
                    signature(
                            "\u00d0\u00cf\u0011\u00e0",
                            Text.of("a document of an older Office program")),
                    signature("{\\rtf", Text.of("a Rich Text document")),
                    signature("\u0089PNG", Text.of("a picture")),
                    signature("\u00ff\u00d8\u00ff", Text.of("a picture")),
                    signature("GIF8", Text.of("a picture")),
                    signature("\u001f\u008b", Text.of("a compressed file")),
                    signature("fLaC", Text.of("a sound recording")),
                    signature("OggS", Text.of("a sound recording")),
                    signature("RIFF", Text.of("a sound recording")),
                    signature("ID3", Text.of("a sound recording")));

    /**
     * @param name what to call the text in a sentence: "unit.txt", "The text"
     * @throws Problem.TooLarge above 1 MiB
     * @throws Problem.BadInput for a file that is not text, or an empty one
     */
    static UnitText decode(byte[] bytes, Text name) {
        if (bytes.length > MAX_BYTES) {
            throw new Problem.TooLarge(
                    "{name} is too large for one unit: it has {bytes} bytes, and 1 MiB "
                            + "is the limit. Give only the pages of the unit.",
                    Map.of("name", name, "bytes", bytes.length));
        }
        for (Signature signature : SIGNATURES) {
            if (startsWith(bytes, signature.start())) {
                throw notText(
                        name,
                        Text.of("it is {kindOfFile}", Map.of("kindOfFile", signature.kind())));
            }
        }
        UnitText decoded = decodeText(bytes);
        refuseBinary(decoded.text(), name);
        if (decoded.text().isBlank()) {
            throw new Problem.BadInput(
                    "{name} is empty. Paste the text of a unit, or give a file that " + "holds it.",
                    Map.of("name", name));
        }
        return decoded;
    }

    private static UnitText decodeText(byte[] bytes) {
        if (startsWith(bytes, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf})) {
            return new UnitText(
                    new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), null);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xff, (byte) 0xfe})) {
            return new UnitText(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), null);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xfe, (byte) 0xff})) {
            return new UnitText(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), null);
        }
        Charset wide = wideCharset(bytes);
        if (wide != null) {
            return new UnitText(new String(bytes, wide), null);
        }
        try {
            return new UnitText(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    null);
        } catch (CharacterCodingException notUtf8) {
            return new UnitText(
                    new String(bytes, Charset.forName("windows-1252")),
                    Text.of(
                            "The file is not UTF-8; it was read as Windows-1252. Check "
                                    + "letters with accents, quotes and dashes."));
        }
    }

    /** UTF-16 without a mark: in text of a Western language every other byte is zero. */
    private static @Nullable Charset wideCharset(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int pairs = bytes.length / 2;
        if (pairs < 4 || bytes.length % 2 != 0) {
            return null;
        }
        if (odd > pairs * 0.7 && even < pairs * 0.01) {
            return StandardCharsets.UTF_16LE;
        }
        return even > pairs * 0.7 && odd < pairs * 0.01 ? StandardCharsets.UTF_16BE : null;
    }

    private static void refuseBinary(String text, Text name) {
        int line = 1;
        int odd = 0;
        int firstOddLine = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n') {
                line++;
            } else if (character == 0) {
                throw notText(name, Text.of("line {line} holds a zero byte", Map.of("line", line)));
            } else if (isOdd(character)) {
                odd++;
                firstOddLine = firstOddLine == 0 ? line : firstOddLine;
            }
        }
        if (odd > 4 && odd > text.length() / 100) {
            throw notText(
                    name,
                    Text.of(
                            "line {line} and others hold bytes that no text has",
                            Map.of("line", firstOddLine)));
        }
    }

    /** Control characters other than those that Word and printers leave in copied text. */
    private static boolean isOdd(char character) {
        boolean left =
                character == '\t'
                        || character == '\r'
                        || character == '\f'
                        || character == 0x0b
                        || character == 0x07
                        || character == 0x1e
                        || character == 0x1f;
        return (character < ' ' && !left)
                || (character >= 0x7f && character < 0xa0 && character != 0x85)
                || character == '\ufffd';
    }

    private static Problem.BadInput notText(Text name, Text why) {
        return new Problem.BadInput(
                "{name} is not text: {why}. Open it in its own program, copy the "
                        + "text of the unit and paste it, or save it as plain text.",
                Map.of("name", name, "why", why));
    }

    private static Signature signature(String start, Text kind) {
        return new Signature(start.getBytes(StandardCharsets.ISO_8859_1), kind);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
