package casebook.command.casefile;

import static casebook.command.casefile.CaseSamples.COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.casefile.CaseCommand.AnswerReferral;
import casebook.command.casefile.CaseCommand.LinkIncident;
import casebook.command.casefile.CaseCommand.MergeCase;
import casebook.command.casefile.CaseCommand.MoveCase;
import casebook.command.casefile.CaseCommand.SendReferral;
import casebook.command.casefile.CaseCommand.UnlinkIncident;
import casebook.command.casefile.CaseCommand.UnmergeCase;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Random sequences of commands to three cases, held against a plain model after every command. */
class CaseModelTest {

    private static final int CASES = 3;
    private static final int INCIDENTS = 5;
    private static final int REFERRALS = 3;

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void casesDoWhatTheContractSays(@ForAll("work") ActionChain<Work> work) {
        work.run();
    }

    @Provide
    Arbitrary<ActionChain<Work>> work() {
        return ActionChain.startWith(Work::new)
                .withAction(4, action(Arbitraries.of(CaseState.values()), Work::move))
                .withAction(2, action(Arbitraries.integers().between(1, REFERRALS), Work::refer))
                .withAction(3, action(answers(), Work::answer))
                .withAction(1, action(Arbitraries.integers().between(0, INCIDENTS - 1), Work::link))
                .withAction(1, action(Arbitraries.integers().between(0, INCIDENTS - 1), Work::unlink))
                .withAction(2, action(Arbitraries.integers().between(0, CASES - 1), Work::merge))
                .withAction(2, action(Arbitraries.just(0), (work, file, nothing) -> work.unmerge(file)))
                .withMaxTransformations(40);
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

        void move(int file, CaseState to) {
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

        void unlink(int file, int incident) {
            does(
                    new UnlinkIncident(id(file), incident(incident).incident()),
                    models.get(file).unlink(incident));
        }

        void merge(int file, int into) {
            does(new MergeCase(id(file), id(into), "the same"), models.get(file).merge(models.get(into)));
        }

        void unmerge(int file) {
            var merger = rig.details(id(file)).merger();
            does(
                    new UnmergeCase(id(file), merger == null ? null : merger.into(), "not the same"),
                    models.get(file).unmerge());
        }

        private void does(Object command, String expected) {
            var outcome = rig.give(command, COMMAND);
            assertThat(outcome.getClass().getSimpleName())
                    .as(() -> command + " answered " + outcome)
                    .isEqualTo(expected);
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
            var offered = details.allowedActions(true);
            assertThat(offered.stream().filter(action -> action.startsWith("transition:")))
                    .containsExactlyInAnyOrderElementsOf(
                            model.next().stream().map(to -> "transition:" + to).toList());
            assertThat(offered.contains("refer")).isEqualTo(model.mayRefer());
            assertThat(offered.contains("merge")).isEqualTo(!model.state.equals("MERGED"));
            assertThat(offered.contains("unmerge")).isEqualTo(model.state.equals("MERGED"));
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
