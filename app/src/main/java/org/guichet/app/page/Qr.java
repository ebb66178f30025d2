package org.guichet.app.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG image, one unit a module, with the margin of 4 that scanners need.
 */
public record Qr(int size, String path) {
    private static final int MARGIN = 4;

    public static Qr of(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            var bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    var start = x;
                    while (x < bits.getWidth() && bits.get(x, y)) {
                        x++;
                    }
                    if (x > start) {
                        path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
                    }
                }
            }
            return new Qr(bits.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds this text", tooLong);
        }
    }
}
