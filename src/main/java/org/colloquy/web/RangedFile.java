package org.colloquy.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of which a player may ask for parts: whole (200), one range (206, also from the end),
 * nothing new (304), beyond the end (416), HEAD.
 *
 * @param tag changes when the bytes change; letters and digits
 * @param mute what is silent of it
 * @param saveAs the name under which a browser saves it; null: it is played, not saved
 */
record RangedFile(Path path, String mediaType, String tag, @Nullable String saveAs, Mute mute) {
    private static final Logger LOG = LoggerFactory.getLogger(RangedFile.class);
    private static final int BLOCK = 1 << 16;

    RangedFile(Path path, String mediaType, String tag, @Nullable String saveAs) {
        this(path, mediaType, tag, saveAs, Mute.NONE);
    }

    /** A listening copy with silence in it: as long as without, and with another tag. */
    static RangedFile muted(Path wav, String tag, Mute mute) {
        return new RangedFile(wav, "audio/wav", tag + mute.tag(), null, mute);
    }

    void answer(Context context) throws IOException {
        // Straight to the servlet's stream: Javalin would compress it and change its length.
        HttpServletResponse response = context.res();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = file.size();
            String etag = '"' + tag + '"';
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("ETag", etag);
            response.setHeader("Cache-Control", "private, no-cache");
            if (saveAs != null) {
                response.setHeader("Content-Disposition", disposition(saveAs));
            }
            if (etag.equals(context.header("If-None-Match"))) {
                response.setStatus(304);
                return;
            }
            String ifRange = context.header("If-Range");
            boolean partWanted = ifRange == null || ifRange.equals(etag);
            ByteRange range = ByteRange.parse(partWanted ? context.header("Range") : null, length);
            switch (range) {
                case ByteRange.Whole() -> send(context, file, 200, 0, length);
                case ByteRange.Part(long first, long last) -> {
                    response.setHeader(
                            "Content-Range", "bytes " + first + "-" + last + "/" + length);
                    send(context, file, 206, first, last - first + 1);
                }
                case ByteRange.Unsatisfiable() -> {
                    response.setHeader("Content-Range", "bytes */" + length);
                    response.setStatus(416);
                    response.setContentLengthLong(0);
                }
            }
        }
    }

    private void send(Context context, FileChannel file, int status, long first, long count)
            throws IOException {
        HttpServletResponse response = context.res();
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLengthLong(count);
        if (context.method() == HandlerType.HEAD) {
            return;
        }
        List<Mute.Bytes> silent = mute.in(file);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        OutputStream out = response.getOutputStream();
        for (long sent = 0; sent < count; ) {
            block.clear().limit((int) Math.min(BLOCK, count - sent));
            int read = file.read(block, first + sent);
            if (read <= 0) {
                throw new IOException(path.getFileName() + " became shorter while it was sent");
            }
            for (Mute.Bytes bytes : silent) {
                bytes.clear(block.array(), read, first + sent);
            }
            try {
                out.write(block.array(), 0, read);
            } catch (IOException gone) {
                LOG.debug("The listener went away", gone);
                return;
            }
            sent += read;
        }
    }

    /** RFC 6266: a plain name for old programs, and the true one in UTF-8. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded =
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
