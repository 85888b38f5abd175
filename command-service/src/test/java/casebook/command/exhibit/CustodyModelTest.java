package casebook.command.exhibit;

import static casebook.command.exhibit.ExhibitSamples.EXHIBIT;
import static casebook.command.exhibit.ExhibitSamples.GIVER;
import static casebook.command.exhibit.ExhibitSamples.ONE_PERCENT;
import static casebook.command.exhibit.ExhibitSamples.RECEIVER;
import static casebook.command.exhibit.ExhibitSamples.THIRD;
import static casebook.command.exhibit.ExhibitSamples.entered;
import static casebook.command.exhibit.ExhibitSamples.officer;
import static casebook.command.exhibit.ExhibitSamples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.command.exhibit.ExhibitCommand.DestroyExhibit;
import casebook.command.exhibit.ExhibitCommand.OfferExhibit;
import casebook.command.exhibit.ExhibitCommand.ReceiveExhibit;
import casebook.command.exhibit.ExhibitCommand.RefuseExhibit;
import casebook.command.exhibit.ExhibitCommand.ReleaseExhibit;
import casebook.command.exhibit.ExhibitCommand.SampleExhibit;
import casebook.command.exhibit.ExhibitCommand.WeighExhibit;
import casebook.command.handling.InMemoryAxon;
import casebook.events.CustodyDiscrepancy;
import casebook.events.ExhibitDetails;
import casebook.events.ExhibitEntered;
import casebook.events.ExhibitEvent;
import casebook.events.TransferId;
import casebook.events.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;

/** Random sequences of what three officers do with an exhibit, held against a plain model after every command. */
class CustodyModelTest {

    private static final int SEIZED_GRAMS = 1000;

    @Property(tries = 80, shrinking = ShrinkingMode.BOUNDED)
    void custodyBalancesAndHasTwoParties(@ForAll("handling") ActionChain<Custody> handling) {
        handling.run();
    }

    @Provide
    Arbitrary<ActionChain<Custody>> handling() {
        return ActionChain.startWith(Custody::new)
                .withAction(3, action("offers", grams().injectNull(0.6), Custody::offer))
                .withAction(3, action("receives", names(), (custody, by, nothing) -> custody.receive(by)))
                .withAction(1, action("refuses", names(), (custody, by, nothing) -> custody.refuse(by)))
                .withAction(2, action("samples", amounts(), Custody::sample))
                .withAction(1, action("destroys", amounts(), Custody::destroy))
                .withAction(1, action("releases", amounts(), Custody::release))
                .withAction(3, action("weighs", amounts(), Custody::weigh))
                .withMaxTransformations(40);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of(GIVER, RECEIVER, THIRD);
    }

    /** Often all or nearly all that there is. */
    private static Arbitrary<Integer> grams() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 60)),
                Tuple.of(1, Arbitraries.integers().between(0, SEIZED_GRAMS + 20)),
                Tuple.of(1, Arbitraries.just(SEIZED_GRAMS)));
    }

    private static Arbitrary<Amount> amounts() {
        return Combinators.combine(grams(), Arbitraries.of(Unit.MG, Unit.G, Unit.KG, Unit.T))
                .as(Amount::new);
    }

    private static <T> Action.Independent<Custody> action(String what, Arbitrary<T> arguments, Step<T> step) {
        return () -> Combinators.combine(names(), arguments)
                .as((by, argument) -> Transformer.mutate(
                        by + " " + what + " " + argument, custody -> step.on(custody, by, argument)));
    }

    /** So many grams, told in a unit. */
    private record Amount(int grams, Unit unit) {
        String told() {
            var kilograms = BigDecimal.valueOf(grams, 3);
            return switch (unit) {
                case MG -> kilograms.movePointRight(6).toPlainString();
                case G -> kilograms.movePointRight(3).toPlainString();
                case T -> kilograms.movePointLeft(3).toPlainString();
                default -> kilograms.toPlainString();
            };
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        void on(Custody custody, String by, T argument);
    }

    /** The exhibit and its model, side by side. */
    private static final class Custody {

        private final InMemoryAxon axon = new InMemoryAxon(configurer -> configurer.configureAggregate(Exhibit.class));
        private final CustodyModel model = new CustodyModel(SEIZED_GRAMS, GIVER);
        private int offers;

        Custody() {
            axon.give(new EnterExhibit(entered("1000", Unit.G)), officer(GIVER));
        }

        void offer(String by, @Nullable Integer grams) {
            var to = by.equals(RECEIVER) ? THIRD : RECEIVER;
            var statement = grams == null
                    ? stated(null, null, null, to, by)
                    : stated(String.valueOf(grams), Unit.G, null, to, by);
            var transfer = new TransferId(new UUID(7, offers++));
            does(new OfferExhibit(EXHIBIT, transfer, statement, false), by, model.offer(by, to, grams));
        }

        void receive(String by) {
            does(new ReceiveExhibit(EXHIBIT, stated(null, null, null, null, by)), by, model.receive(by));
        }

        void refuse(String by) {
            does(new RefuseExhibit(EXHIBIT, stated(null, null, null, null, by), false), by, model.refuse(by));
        }

        void sample(String by, Amount amount) {
            does(new SampleExhibit(EXHIBIT, told(amount, by)), by, model.sample(amount.grams()));
        }

        void destroy(String by, Amount amount) {
            does(new DestroyExhibit(EXHIBIT, told(amount, by)), by, model.destroy(amount.grams()));
        }

        void release(String by, Amount amount) {
            does(new ReleaseExhibit(EXHIBIT, told(amount, by)), by, model.release(amount.grams()));
        }

        void weigh(String by, Amount amount) {
            does(new WeighExhibit(EXHIBIT, told(amount, by), ONE_PERCENT), by, model.weigh(amount.grams()));
        }

        private static Statement told(Amount amount, String by) {
            return stated(amount.told(), amount.unit(), null, null, by);
        }

        private void does(ExhibitCommand command, String by, String expected) {
            var outcome = axon.give(command, officer(by));
            assertThat(outcome.getClass().getSimpleName())
                    .as(() -> command + " answered " + outcome)
                    .isEqualTo(expected);
            agree(details());
        }

        private void agree(ExhibitDetails details) {
            var balance = details.balance();
            assertThat(grams(balance.seized())).isEqualTo(model.seized);
            assertThat(grams(balance.held())).isEqualTo(model.held);
            assertThat(grams(balance.sampled())).isEqualTo(model.sampled);
            assertThat(grams(balance.destroyed())).isEqualTo(model.destroyed);
            assertThat(grams(balance.released())).isEqualTo(model.released);
            assertThat(model.held + model.sampled + model.destroyed + model.released)
                    .isEqualTo(model.seized);
            assertThat(details.custodian()).isEqualTo(model.custodian);
            assertThat(details.lastCustodians())
                    .isEqualTo(Stream.of(model.before, model.custodian)
                            .filter(name -> name != null)
                            .toList());
            assertThat(details.offer() == null ? null : details.offer().to()).isEqualTo(model.offeredTo);
            assertThat(events().stream().filter(CustodyDiscrepancy.class::isInstance))
                    .hasSize(model.discrepancies);
        }

        private static int grams(BigDecimal kilograms) {
            return kilograms.movePointRight(3).intValueExact();
        }

        private ExhibitDetails details() {
            var events = events();
            var details = ExhibitDetails.of((ExhibitEntered) events.getFirst());
            for (var event : events.subList(1, events.size())) {
                details = details.after(event);
            }
            return details;
        }

        private List<ExhibitEvent> events() {
            return axon.events(EXHIBIT).map(ExhibitEvent.class::cast).toList();
        }
    }
}
