package casebook.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Which generations of a projection there are: what all instances agree on through one document. */
record ProjectionState(
        String projection, int form, int serving, @Nullable Integer building, List<Retired> retired) {

    /** A generation that serves no more and is dropped when nobody can be reading it. */
    record Retired(int generation, Instant since) {}

    static ProjectionState of(Projection projection, Document document) {
        return new ProjectionState(
                projection.name(),
                projection.form(),
                document.getInteger("serving"),
                document.getInteger("building"),
                document.getList("retired", Document.class, List.of()).stream()
                        .map(retired -> new Retired(
                                retired.getInteger("generation"),
                                retired.getDate("since").toInstant()))
                        .toList());
    }

    Generation generation(int number) {
        return new Generation(projection, form, number);
    }

    Generation servingGeneration() {
        return generation(serving);
    }

    /** Those whose processors shall run. */
    List<Generation> running() {
        var running = new ArrayList<Generation>();
        running.add(servingGeneration());
        if (building != null) {
            running.add(generation(building));
        }
        return running;
    }
}
