package casebook.verify;

import casebook.transparency.Hash;
import casebook.transparency.InclusionProof;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code proofs.json}: {@code {"proofs": [{"index", "size", "hashes": [base64, …]}]}}. */
final class ProofsFile {

    private final Map<Long, InclusionProof> proofs = new TreeMap<>();

    private ProofsFile() {}

    /** The proofs by index. */
    static Map<Long, InclusionProof> read(Bundle bundle) {
        ProofsFile file = new ProofsFile();
        Json.document(Bundle.PROOFS, bundle.reader(Bundle.PROOFS), json -> Json.object(json, file::member));
        return file.proofs;
    }

    private void member(String name, JsonReader json) throws IOException {
        if (name.equals("proofs")) {
            Json.array(json, this::proof);
        } else {
            json.skipValue();
        }
    }

    private void proof(JsonReader json) throws IOException {
        Parts parts = new Parts();
        Json.object(json, parts::member);
        InclusionProof proof = parts.proof();
        if (proofs.put(proof.index(), proof) != null) {
            throw new IllegalStateException("two proofs for event " + proof.index());
        }
    }

    private static final class Parts {
        private long index = -1;
        private long size = -1;
        private @Nullable List<Hash> hashes;

        void member(String name, JsonReader json) throws IOException {
            switch (name) {
                case "index" -> index = json.nextLong();
                case "size" -> size = json.nextLong();
                case "hashes" -> {
                    List<Hash> read = new ArrayList<>();
                    Json.array(json, hash -> read.add(Hash.ofBase64(hash.nextString())));
                    hashes = read;
                }
                default -> json.skipValue();
            }
        }

        InclusionProof proof() {
            if (hashes == null) {
                throw new IllegalStateException("a proof without hashes");
            }
            return new InclusionProof(index, size, hashes);
        }
    }
}
