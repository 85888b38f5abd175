package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.PlaceHold;
import casebook.command.casefile.CaseCommand.ReleaseHold;
import casebook.command.casefile.CaseCommand.SealCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
import casebook.command.casefile.CaseCommand.UnsealCase;
import casebook.events.Agency;
import casebook.events.CaseDetails;
import casebook.events.CaseId;
import casebook.events.CaseIncident;
import casebook.events.CaseState;
import casebook.events.IncidentStatus;
import casebook.events.Referral;
import casebook.events.ReferralId;
import casebook.events.ReferralOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Random sequences of commands to three cases, held against a plain model after every command. */
class CaseModelTest {

    private static final int CASES = 3;
    private static final int INCIDENTS = 5;
    private static final int REFERRALS = 3;
    private static final List<CaseState> STATES = List.of(CaseState.values());

    /**
     * All states that a case came to, all answers to each command, and what else is rare. Actions are weighed so that of 100 sequences at least some 15 come to the
     * rarest of these: all of them pass by it once in some millions of runs.
     */
    private static final Set<String> REACHED = new HashSet<>();

    private static final Arbitrary<Integer> NOTHING = Arbitraries.just(0);

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void casesDoWhatTheContractSays(@ForAll("work") ActionChain<Work> work) {
        work.run();
    }

    @AfterContainer
    static void everythingHappened() {
        var answers = Stream.of(
                        MoveCase.class,
                        SendReferral.class,
                        AnswerReferral.class,
                        LinkIncident.class,
                        UnlinkIncident.class,
                        MergeCase.class,
                        UnmergeCase.class,
                        SealCase.class,
                        UnsealCase.class,
                        PlaceHold.class,
                        ReleaseHold.class)
                .flatMap(command ->
                        Stream.of(command.getSimpleName() + " Recorded", command.getSimpleName() + " Refused"));
        assertThat(REACHED)
                .contains("LinkIncident Unchanged", "merged further", "kept under hold")
                .containsAll(answers.toList())
                .containsAll(STATES.stream().map(CaseState::name).toList());
    }

    @Provide
    Arbitrary<ActionChain<Work>> work() {
        return ActionChain.startWith(Work::new)
                .withAction(6, action(Arbitraries.integers().between(0, 2 * STATES.size() - 1), Work::move))
                .withAction(2, action(Arbitraries.integers().between(1, REFERRALS), Work::refer))
                .withAction(3, action(answers(), Work::answer))
                .withAction(2, action(Arbitraries.integers().between(0, INCIDENTS - 1), Work::link))
                .withAction(3, action(Arbitraries.integers().between(0, 2 * INCIDENTS - 1), Work::unlink))
                .withAction(5, action(Arbitraries.integers().between(0, CASES - 1), Work::merge))
                .withAction(3, action(NOTHING, (work, file, nothing) -> work.unmerge(file)))
                .withAction(1, action(NOTHING, (work, file, nothing) -> work.seal(file)))
                .withAction(1, action(NOTHING, (work, file, nothing) -> work.unseal(file)))
                .withAction(2, action(NOTHING, (work, file, nothing) -> work.hold(file)))
                .withAction(2, action(NOTHING, (work, file, nothing) -> work.release(file)))
                .withMaxTransformations(60);
    }

    private static Arbitrary<Answer> answers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, REFERRALS), Arbitraries.of(ReferralOutcome.values()))
                .as(Answer::new);
    }

    private static <T> Action.Independent<Work> action(Arbitrary<T> arguments, Step<T> step) {
        return () -> Combinators.combine(Arbitraries.integers().between(0, CASES - 1), arguments)
                .as((file, argument) -> Transformer.mutate(
                        step.getClass().getSimpleName() + " " + file + " " + argument,
                        work -> step.on(work, file, argument)));
    }

    private record Answer(int referral, ReferralOutcome outcome) {}

    @FunctionalInterface
    private interface Step<T> {
        void on(Work work, int file, T argument);
    }

    /** The cases and their model, side by side. */
    private static final class Work {

        private final CaseRig rig = new CaseRig();
        private final List<CaseModel> models = new ArrayList<>();

        Work() {
            for (int file = 0; file < CASES; file++) {
                rig.give(new OpenCase(id(file), "Tea", List.of(incident(file)), null), COMMAND);
                models.add(new CaseModel(file));
            }
        }

        /** Every other time to where the case may go, so that it gets far. */
        void move(int file, int choice) {
            var next = models.get(file).next();
            var to = choice < STATES.size() || next.isEmpty()
                    ? STATES.get(choice % STATES.size())
                    : CaseState.valueOf(next.get(choice % next.size()));
            does(new MoveCase(id(file), to, "a reason", null), models.get(file).move(to.name()));
        }

        void refer(int file, int referral) {
            does(
                    new SendReferral(id(file), referral(referral), Agency.CUSTOMS, "to look", null),
                    models.get(file).refer(referral));
        }

        void answer(int file, Answer answer) {
            does(
                    new AnswerReferral(id(file), referral(answer.referral()), answer.outcome(), null),
                    models.get(file).answer(answer.referral(), answer.outcome().name()));
        }

        void link(int file, int incident) {
            does(
                    new LinkIncident(id(file), incident(incident), IncidentStatus.FILED),
                    models.get(file).link(incident));
        }

        /** Every other time one that the case has, for the rest is refused anyway. */
        void unlink(int file, int choice) {
            var own = models.get(file).incidents().stream().sorted().toList();
            var incident = choice < INCIDENTS ? choice : own.get(choice % own.size());
            if (models.get(file).held && models.get(file).couldLeave(incident)) {
                REACHED.add("kept under hold");
            }
            does(
                    new UnlinkIncident(id(file), incident(incident).incident()),
                    models.get(file).unlink(incident));
        }

        void merge(int file, int into) {
            does(new MergeCase(id(file), id(into), "the same"), models.get(file).merge(models.get(into)));
        }

        void unmerge(int file) {
            var merger = rig.details(id(file)).merger();
            if (models.get(file).isMergedFurther()) {
                REACHED.add("merged further");
            }
            does(
                    new UnmergeCase(id(file), merger == null ? null : merger.into(), "not the same"),
                    models.get(file).unmerge());
        }

        /** For the officer who goes on working on it. */
        void seal(int file) {
            var officers = List.of(COMMAND.caller().name());
            does(
                    new SealCase(id(file), "an informer", officers),
                    models.get(file).seal());
        }

        void unseal(int file) {
            does(new UnsealCase(id(file), null), models.get(file).unseal());
        }

        void hold(int file) {
            does(new PlaceHold(id(file), "an appeal"), models.get(file).hold());
        }

        void release(int file) {
            does(new ReleaseHold(id(file), "decided"), models.get(file).release());
        }

        private void does(Object command, String expected) {
            var outcome = rig.give(command, COMMAND);
            assertThat(outcome.getClass().getSimpleName())
                    .as(() -> command + " answered " + outcome)
                    .isEqualTo(expected);
            REACHED.add(command.getClass().getSimpleName() + " " + expected);
            models.forEach(model -> REACHED.add(model.state));
            for (int file = 0; file < CASES; file++) {
                agree(rig.details(id(file)), models.get(file));
            }
        }

        private void agree(CaseDetails details, CaseModel model) {
            assertThat(details.state()).hasToString(model.state);
            assertThat(details.incidents().all().stream().map(held -> number(held)))
                    .containsExactlyInAnyOrderElementsOf(model.incidents());
            assertThat(details.incidents().all()).isNotEmpty();
            assertThat(statuses(details)).isEqualTo(model.referrals);
            assertThat(details.merger() == null ? null : details.merger().into())
                    .isEqualTo(model.into == null ? null : id(models.indexOf(model.into)));
            assertThat(details.seal() != null).isEqualTo(model.sealed);
            var offered = details.allowedActions(
                    true, model.into == null ? null : rig.details(id(models.indexOf(model.into))));
            assertThat(offered.stream().filter(action -> action.startsWith("transition:")))
                    .containsExactlyInAnyOrderElementsOf(
                            model.next().stream().map(to -> "transition:" + to).toList());
            assertThat(offered.contains("refer")).isEqualTo(model.mayRefer());
            assertThat(offered.contains("merge")).isEqualTo(!model.state.equals("MERGED"));
            assertThat(offered.contains("seal")).isEqualTo(!model.sealed);
            assertThat(offered.contains("unseal")).isEqualTo(model.sealed);
            assertThat(details.hold() != null).isEqualTo(model.held);
            assertThat(offered.contains("hold")).isEqualTo(!model.held);
            assertThat(offered.contains("release-hold")).isEqualTo(model.held);
            assertThat(offered.contains("unmerge"))
                    .isEqualTo(model.into != null && !model.isMergedFurther() && !model.into.held);
        }

        private static Map<Integer, String> statuses(CaseDetails details) {
            return new HashMap<>(details.referrals().stream()
                    .collect(Collectors.toMap(
                            sent -> (int) sent.id().value().getLeastSignificantBits(),
                            (Referral sent) -> sent.status().name())));
        }

        private static CaseId id(int file) {
            return new CaseId(new UUID(1, file));
        }

        private static ReferralId referral(int number) {
            return new ReferralId(new UUID(2, number));
        }

        private static CaseIncident incident(int number) {
            return CaseSamples.incident(number, "VN-09-TAN-THANH", "VN-09");
        }

        private static int number(CaseIncident incident) {
            return IntStream.range(0, INCIDENTS)
                    .filter(number -> incident(number).equals(incident))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
