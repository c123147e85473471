package org.colloquy.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the figures of the live cost are made from. */
class LiveCostTest {
    @Test
    void quantilesAreAnswersThatCame() {
        LatencyTable table = new LatencyTable();
        for (int millis = 100; millis >= 1; millis--) {
            table.add(millis * 1_000_000L);
        }
        assertEquals(100, table.count());
        assertEquals(50, table.quantile(0.5));
        assertEquals(99, table.quantile(0.99));
        assertEquals(100, table.quantile(1));
        assertEquals(1, table.quantile(0));
        assertEquals(Double.NaN, new LatencyTable().quantile(0.5));
    }

    @Test
    void aProcessIsReadWhateverItsName() {
        String stat = "42 (a (bad) name) S 1 42 42 0 -1 4194560 5 6 7 8 250 50 9 10 20 0 30 0 99";
        assertEquals(3.0, ProcessCost.cpuSeconds(stat));
        assertEquals(
                2.0, ProcessCost.residentMegabytes(List.of("Name:\tx", "VmRSS:\t    2048 kB")));
    }
}
