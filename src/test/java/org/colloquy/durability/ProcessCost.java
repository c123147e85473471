package org.colloquy.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has cost so far, as Linux counts it. */
record ProcessCost(double cpuSeconds, double residentMegabytes) {
    /** Linux gives times in these units, whatever the machine. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;

    static ProcessCost of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        return new ProcessCost(
                cpuSeconds(Files.readString(folder.resolve("stat"))),
                residentMegabytes(Files.readAllLines(folder.resolve("status"))));
    }

    /** The name of the program stands in brackets and may have spaces: what counts comes behind. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
                / TICKS_PER_SECOND;
    }

    static double residentMegabytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
