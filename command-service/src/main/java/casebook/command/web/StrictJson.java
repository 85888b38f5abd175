package casebook.command.web;

import casebook.http.Fault;
import casebook.http.Problem;
import casebook.http.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as the contract has it: duplicate members, text after the end, invalid UTF-8 and lone surrogates are malformed. */
public final class StrictJson {

    /** The largest JSON body, and the largest line of a batch, in bytes. */
    public static final int MAX_BYTES = 1_048_576;

    private static final int MAX_NESTING = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private StrictJson() {}

    /** The body of a request; an empty one is malformed. */
    public static Mono<JsonNode> body(ServerHttpRequest request) {
        return bytes(request).map(StrictJson::parse);
    }

    /** The body of a request that may have none; one that is not JSON is not taken. */
    public static Mono<JsonNode> optionalBody(ServerHttpRequest request) {
        return bytes(request).map(bytes -> {
            if (bytes.length == 0) {
                return MAPPER.createObjectNode();
            }
            if (!MediaType.APPLICATION_JSON.isCompatibleWith(
                    request.getHeaders().getContentType())) {
                throw new ProblemException(Problem.of("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE));
            }
            return parse(bytes);
        });
    }

    private static Mono<byte[]> bytes(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), MAX_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    /** @throws ProblemException 400 malformed, which says what is wrong where */
    public static JsonNode parse(byte[] bytes) {
        var text = decode(bytes);
        try {
            var tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw malformed("no-json");
            }
            if (hasLoneSurrogate(tree)) {
                throw malformed("lone-surrogate");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw malformed("beyond-limits");
        } catch (JacksonException e) {
            throw malformed(
                    whatIsWrong(text),
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr());
        } catch (NumberFormatException e) {
            throw malformed("unreadable-number");
        }
    }

    private static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            throw malformed("not-utf-8", in.position());
        }
    }

    private static String whatIsWrong(String text) {
        try {
            MAPPER.reader()
                    .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
            return "repeated-member";
        } catch (JacksonException | NumberFormatException otherwise) {
            return "not-json";
        }
    }

    /** A fault of the whole text, which is why nothing in it can be named by a pointer. */
    public static ProblemException malformed(String code, Object... arguments) {
        return new ProblemException(
                Problem.of("malformed", HttpStatus.BAD_REQUEST).having(Fault.at("", code, arguments)));
    }

    private static boolean hasLoneSurrogate(JsonNode node) {
        if (node.isString()) {
            return isIllFormed(node.stringValue());
        }
        return node.isContainer()
                && (node.propertyNames().stream().anyMatch(StrictJson::isIllFormed)
                        || node.valueStream().anyMatch(StrictJson::hasLoneSurrogate));
    }

    private static boolean isIllFormed(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
