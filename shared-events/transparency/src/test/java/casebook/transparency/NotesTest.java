package casebook.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys and notes of Peter Neumann and Enoch Root are those of Go's sumdb/note, the others C2SP's own examples. */
class NotesTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETERS_SIGNATURE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    private static final String NOTE = TEXT + "\n" + PETERS_SIGNATURE + "\n";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void signatureIsThePublishedOne() {
        assertThat(SignerKey.parse(PETER_PRIVATE).sign(TEXT)).hasToString(PETERS_SIGNATURE);
    }

    @Test
    void publishedNoteIsVerified() {
        VerifierKey peter = VerifierKey.parse(PETER);
        assertThat(SignedNote.parse(NOTE).check(List.of(VerifierKey.parse(ENOCH), peter)))
                .isEqualTo(new NoteCheck.Verified(List.of(new VerifiedSignature(peter, null))));
    }

    @Test
    void publicKeyFollowsFromThePrivateOne() {
        SignerKey key = SignerKey.parse(PETER_PRIVATE);
        assertThat(key.verifier()).hasToString(PETER).isEqualTo(VerifierKey.parse(PETER));
        assertThat(key.encoded()).isEqualTo(PETER_PRIVATE);
        assertThat(key).hasToString(PETER);
        assertThat(key.verifier().id()).isEqualTo(0xc74f20a3);
        assertThat(key.verifier().name()).isEqualTo("PeterNeumann");
    }

    @Test
    void keysOfAnotherNameOrTypeOrPointAreOthers() {
        byte[] raw = Ed25519.publicKeyOf(new byte[32]);
        VerifierKey key = new VerifierKey("log.example", SignatureType.ED25519, raw);
        assertThat(key)
                .isEqualTo(new VerifierKey("log.example", SignatureType.ED25519, raw))
                .isNotEqualTo(new VerifierKey("other.example", SignatureType.ED25519, raw))
                .isNotEqualTo(new VerifierKey("log.example", SignatureType.COSIGNATURE, raw))
                .isNotEqualTo(SignerKey.generate("log.example", SignatureType.ED25519, RANDOM)
                        .verifier())
                .isNotEqualTo(null);
    }

    @Property(tries = 20)
    void newKeysAreReadAsTheyWereWritten(
            @ForAll SignatureType type, @ForAll @AlphaChars @StringLength(min = 1, max = 9) String name) {
        SignerKey key = SignerKey.generate(name, type, RANDOM);
        assertThat(SignerKey.parse(key.encoded()).encoded()).isEqualTo(key.encoded());
        assertThat(VerifierKey.parse(key.verifier().toString()))
                .isEqualTo(key.verifier())
                .hasSameHashCodeAs(key.verifier());
    }

    @Property(tries = 20)
    void signedTextIsVerifiedAndEveryOtherIsForged(@ForAll @StringLength(max = 60) String text) {
        SignerKey key = SignerKey.generate("log.example", SignatureType.ED25519, RANDOM);
        String valid = text.replaceAll("[\\x00-\\x1f]|[\\ud800-\\udfff]", "\n") + "\n";
        SignedNote note = new SignedNote(valid, List.of(key.sign(valid)));
        SignedNote read = SignedNote.parse(note.toString().getBytes(UTF_8));
        assertThat(read).isEqualTo(note);
        assertThat(read.check(List.of(key.verifier()))).isInstanceOf(NoteCheck.Verified.class);
        assertThat(new SignedNote("x" + valid, note.signatures()).check(List.of(key.verifier())))
                .isEqualTo(new NoteCheck.Forged(key.verifier()));
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() {
        SignerKey known = SignerKey.generate("known.example", SignatureType.ED25519, RANDOM);
        SignerKey sameName = SignerKey.generate("known.example", SignatureType.ED25519, RANDOM);
        NoteSignature sameId =
                new NoteSignature("other.example", known.sign(TEXT).base64());
        SignedNote note = SignedNote.parse(NOTE)
                .with(List.of(
                        sameName.sign(TEXT), sameId, new NoteSignature("short.example", "AAAAAAA="), known.sign(TEXT)));
        assertThat(note.signatures()).hasSize(5);
        assertThat(note.check(List.of(known.verifier())))
                .isEqualTo(new NoteCheck.Verified(List.of(new VerifiedSignature(known.verifier(), null))));
        assertThat(note.check(List.of())).isEqualTo(new NoteCheck.Unknown());
        assertThat(note.check(List.of(VerifierKey.parse(ENOCH)))).isEqualTo(new NoteCheck.Unknown());
    }

    @Test
    void oneForgedSignatureOfAKnownKeySpoilsTheNote() {
        SignerKey log = SignerKey.generate("log.example", SignatureType.ED25519, RANDOM);
        SignerKey second = SignerKey.generate("second.example", SignatureType.ED25519, RANDOM);
        SignedNote note = new SignedNote(TEXT, List.of(log.sign(TEXT), second.sign("something else\n")));
        assertThat(note.check(List.of(log.verifier(), second.verifier())))
                .isEqualTo(new NoteCheck.Forged(second.verifier()));
    }

    @Test
    void firstOfSeveralSignaturesByOneKeyCounts() {
        SignerKey log = SignerKey.generate("log.example", SignatureType.ED25519, RANDOM);
        SignedNote note = new SignedNote(TEXT, List.of(log.sign(TEXT), log.sign("something else\n")));
        assertThat(note.check(List.of(log.verifier(), log.verifier())))
                .isEqualTo(new NoteCheck.Verified(List.of(new VerifiedSignature(log.verifier(), null))));
    }

    @Test
    void signatureOfAnotherLengthIsForged() {
        VerifierKey peter = VerifierKey.parse(PETER);
        SignedNote note = new SignedNote(TEXT, List.of(NoteSignature.of(peter, new byte[63])));
        assertThat(note.check(List.of(peter))).isEqualTo(new NoteCheck.Forged(peter));
    }

    @Test
    void cosignatureIsVerifiedWithItsTime() {
        SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
        Instant time = Instant.parse("2026-03-14T08:30:00.999Z");
        SignedNote note = new SignedNote(TEXT, List.of(witness.cosign(TEXT, time)));
        assertThat(SignedNote.parse(note.toString()).check(List.of(witness.verifier())))
                .isEqualTo(new NoteCheck.Verified(
                        List.of(new VerifiedSignature(witness.verifier(), Instant.parse("2026-03-14T08:30:00Z")))));
    }

    @Test
    void cosignatureWithAnotherTimeIsForged() {
        SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
        byte[] bytes = witness.cosign(TEXT, Instant.ofEpochSecond(1000)).bytes();
        bytes[7]++;
        SignedNote later = new SignedNote(TEXT, List.of(NoteSignature.of(witness.verifier(), bytes)));
        assertThat(later.check(List.of(witness.verifier()))).isEqualTo(new NoteCheck.Forged(witness.verifier()));
        bytes[0] = -1;
        SignedNote beyond = new SignedNote(TEXT, List.of(NoteSignature.of(witness.verifier(), bytes)));
        assertThat(beyond.check(List.of(witness.verifier()))).isEqualTo(new NoteCheck.Forged(witness.verifier()));
    }

    @Test
    void cosignedTextIsThatOfTheSpecification() {
        String checkpoint = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """;
        assertThat(SignatureType.COSIGNATURE.signed(checkpoint, Instant.ofEpochSecond(1679315147)))
                .asString(UTF_8)
                .isEqualTo("cosignature/v1\ntime 1679315147\n" + checkpoint);
    }

    @Test
    void keySignsOnlyWhatItIsFor() {
        SignerKey log = SignerKey.parse(PETER_PRIVATE);
        SignerKey witness = SignerKey.generate("witness.example", SignatureType.COSIGNATURE, RANDOM);
        assertThatThrownBy(() -> log.cosign(TEXT, Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> witness.sign(TEXT)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AxpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                "PeterNeumann+c74f20a3+****2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            })
    void whatIsNoPublicKeyIsRefused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF0",
            })
    void whatIsNoPrivateKeyIsRefusedWithoutShowingIt(String skey) {
        assertThatThrownBy(() -> SignerKey.parse(skey))
                .isInstanceOf(Malformed.class)
                .hasMessageNotContaining("AYEKFALVFGyNhPJEMzD1QIDr");
    }

    @Test
    void pointThatIsNotOnTheCurveIsNoKey() {
        byte[] y = new byte[32];
        y[0] = 2;
        assertThatThrownBy(() -> new VerifierKey("log.example", SignatureType.ED25519, y))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u0085b", "a\tb", "a\u0000b", "a\nb"})
    void whatIsNoNameOfAKeyIsRefused(String name) {
        assertThatThrownBy(() -> SignerKey.generate(name, SignatureType.ED25519, RANDOM))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— PeterNeumann x08go/ZJkuBS\n\n",
                "text\n\n— PeterNeumann x08go/ZJkuBS",
                "text\n\n- PeterNeumann x08go/ZJkuBS\n",
                "text\n\n—PeterNeumann x08go/ZJkuBS\n",
                "text\n\n— PeterNeumann\n",
                "text\n\n— PeterNeumann \n",
                "text\n\n—  x08go/ZJkuBS\n",
                "text\n\n— Peter Neumann x08go/ZJkuBS\n",
                "text\n\n— PeterNeumann x08goA==\n",
                "text\n\n— PeterNeumann x08go/ZJkuB\n",
                "text\n\n— PeterNeumann x08go/ZJkuBS \n",
                "text\n\n— PeterNeumann x08go/ZJkuBS\r\n",
                "te\txt\n\n— PeterNeumann x08go/ZJkuBS\n",
                "te\rxt\n\n— PeterNeumann x08go/ZJkuBS\n",
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(Malformed.class);
    }

    @Test
    void textOfANoteMayHaveEmptyLines() {
        SignedNote note = SignedNote.parse("a\n\nb\n\n— PeterNeumann x08go/ZJkuBS\n");
        assertThat(note.text()).isEqualTo("a\n\nb\n");
        assertThat(note).hasToString("a\n\nb\n\n— PeterNeumann x08go/ZJkuBS\n");
        assertThat(SignedNote.parse("\n\n— PeterNeumann x08go/ZJkuBS\n").text()).isEqualTo("\n");
    }

    @Test
    void exampleOfTheSpecificationIsReadAsItWasWritten() {
        String example = """
                Ognuno sta solo sul cuor della terra
                trafitto da un raggio di sole:

                ed è subito sera.

                — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                """;
        SignedNote note = SignedNote.parse(example);
        assertThat(note).hasToString(example);
        assertThat(note.text()).endsWith("ed è subito sera.\n");
        assertThat(note.signatures().getFirst().keyId()).isEqualTo(0x367ba04b);
    }

    @Test
    void noteThatIsNotUtf8IsRefused() {
        byte[] bytes = NOTE.getBytes(UTF_8);
        bytes[0] = (byte) 0xFF;
        assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(Malformed.class);
    }

    @Test
    void noteHasLimits() {
        NoteSignature signature = NoteSignature.parse(PETERS_SIGNATURE);
        assertThat(new SignedNote(TEXT, Collections.nCopies(100, signature)).signatures())
                .hasSize(100);
        assertThatThrownBy(() -> new SignedNote(TEXT, Collections.nCopies(101, signature)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new SignedNote(TEXT, List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new SignedNote("text", List.of(signature))).isInstanceOf(Malformed.class);
        byte[] note = NOTE.getBytes(UTF_8);
        byte[] largest = ("x".repeat(1_000_000 - note.length) + NOTE).getBytes(UTF_8);
        assertThat(SignedNote.parse(largest).signatures()).hasSize(1);
        byte[] large = ("x".repeat(1_000_001 - note.length) + NOTE).getBytes(UTF_8);
        assertThatThrownBy(() -> SignedNote.parse(large)).isInstanceOf(Malformed.class);
    }
}
