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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;

/** Random sequences of what three officers do with an exhibit, held against a plain model after every command. */
class CustodyModelTest {

    private static final long SEIZED = 1_000_000_000_000_000L;

    /** All answers to each command, and what else is rare. */
    private static final Set<String> REACHED = new HashSet<>();

    /** A thousandth of each unit in picograms. */
    private static final Map<Unit, Long> THOUSANDTH = Map.of(
            Unit.MG, 1_000_000L,
            Unit.G, 1_000_000_000L,
            Unit.KG, 1_000_000_000_000L,
            Unit.T, 1_000_000_000_000_000L,
            Unit.LB, 453_592_370_000L,
            Unit.OZ, 28_349_523_125L);

    @Property(tries = 80, shrinking = ShrinkingMode.BOUNDED)
    void custodyBalancesAndHasTwoParties(@ForAll("handling") ActionChain<Custody> handling) {
        handling.run();
    }

    @AfterContainer
    static void everythingHappened() {
        var answers = Stream.of(
                        OfferExhibit.class,
                        ReceiveExhibit.class,
                        RefuseExhibit.class,
                        SampleExhibit.class,
                        DestroyExhibit.class,
                        ReleaseExhibit.class)
                .flatMap(command ->
                        Stream.of(command.getSimpleName() + " Recorded", command.getSimpleName() + " Refused"));
        assertThat(REACHED)
                .contains("WeighExhibit Recorded", "discrepancy", "nothing held")
                .containsAll(answers.toList());
    }

    @Provide
    Arbitrary<ActionChain<Custody>> handling() {
        return ActionChain.startWith(Custody::new)
                .withAction(3, action("offers", statements().injectNull(0.6), Custody::offer))
                .withAction(3, action("receives", names(), (custody, by, nothing) -> custody.receive(by)))
                .withAction(1, action("refuses", names(), (custody, by, nothing) -> custody.refuse(by)))
                .withAction(2, action("samples", amounts().injectNull(0.1), Custody::sample))
                .withAction(1, action("destroys", amounts().injectNull(0.1), Custody::destroy))
                .withAction(1, action("releases", amounts().injectNull(0.1), Custody::release))
                .withAction(3, action("weighs", amounts().injectNull(0.1), Custody::weigh))
                .withMaxTransformations(40);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of(GIVER, RECEIVER, THIRD);
    }

    /** Mostly small, so that much can happen; null is all that is held. */
    private static Arbitrary<Amount> amounts() {
        return Arbitraries.of(THOUSANDTH.keySet()).flatMap(unit -> {
            var all = (int) Math.min(SEIZED / THOUSANDTH.get(unit), Integer.MAX_VALUE / 2);
            return Arbitraries.frequencyOf(
                            Tuple.of(4, Arbitraries.integers().between(0, Math.max(1, all / 20))),
                            Tuple.of(1, Arbitraries.integers().between(0, all + all / 50 + 1)))
                    .map(thousandths -> new Amount(thousandths, unit));
        });
    }

    /** What somebody states of all that is offered: right only if it is all. */
    private static Arbitrary<Boolean> statements() {
        return Arbitraries.of(true, false);
    }

    private static <T> Action.Independent<Custody> action(String what, Arbitrary<T> arguments, Step<T> step) {
        return () -> Combinators.combine(names(), arguments)
                .as((by, argument) -> Transformer.mutate(
                        by + " " + what + " " + argument, custody -> step.on(custody, by, argument)));
    }

    /** So many thousandths of a unit. */
    private record Amount(int thousandths, Unit unit) {

        /** All of so many picograms, told in milligrams. */
        static String milligrams(long picograms) {
            return BigDecimal.valueOf(picograms, 9).toPlainString();
        }

        String told() {
            return BigDecimal.valueOf(thousandths, 3).toPlainString();
        }

        long picograms() {
            return thousandths * THOUSANDTH.get(unit);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        void on(Custody custody, String by, T argument);
    }

    /** The exhibit and its model, side by side. */
    private static final class Custody {

        private final InMemoryAxon axon = new InMemoryAxon(configurer -> configurer.configureAggregate(Exhibit.class));
        private final CustodyModel model = new CustodyModel(SEIZED, GIVER);
        private int offers;

        Custody() {
            axon.give(new EnterExhibit(entered("1000", Unit.G)), officer(GIVER));
        }

        /** @param all whether the statement of how much it is is right; null says nothing */
        void offer(String by, @Nullable Boolean all) {
            var to = by.equals(RECEIVER) ? THIRD : RECEIVER;
            var picograms = all == null ? null : Long.valueOf(all ? model.held : model.held + 1);
            var statement = picograms == null
                    ? stated(null, null, null, to, by)
                    : stated(Amount.milligrams(picograms), Unit.MG, null, to, by);
            var transfer = new TransferId(new UUID(7, offers++));
            does(new OfferExhibit(EXHIBIT, transfer, statement, false), by, model.offer(by, to, picograms));
        }

        void receive(String by) {
            does(new ReceiveExhibit(EXHIBIT, stated(null, null, null, null, by)), by, model.receive(by));
        }

        void refuse(String by) {
            does(new RefuseExhibit(EXHIBIT, stated(null, null, null, null, by), false), by, model.refuse(by));
        }

        void sample(String by, @Nullable Amount amount) {
            does(new SampleExhibit(EXHIBIT, told(amount, by)), by, model.sample(picograms(amount)));
        }

        void destroy(String by, @Nullable Amount amount) {
            does(new DestroyExhibit(EXHIBIT, told(amount, by)), by, model.destroy(picograms(amount)));
        }

        void release(String by, @Nullable Amount amount) {
            does(new ReleaseExhibit(EXHIBIT, told(amount, by)), by, model.release(picograms(amount)));
        }

        void weigh(String by, @Nullable Amount amount) {
            does(new WeighExhibit(EXHIBIT, told(amount, by), ONE_PERCENT), by, model.weigh(picograms(amount)));
        }

        private long picograms(@Nullable Amount amount) {
            return amount == null ? model.held : amount.picograms();
        }

        private Statement told(@Nullable Amount amount, String by) {
            return amount == null
                    ? stated(Amount.milligrams(model.held), Unit.MG, null, null, by)
                    : stated(amount.told(), amount.unit(), null, null, by);
        }

        private void does(ExhibitCommand command, String by, String expected) {
            var outcome = axon.give(command, officer(by));
            assertThat(outcome.getClass().getSimpleName())
                    .as(() -> command + " answered " + outcome)
                    .isEqualTo(expected);
            REACHED.add(command.getClass().getSimpleName() + " " + expected);
            if (model.held == 0) {
                REACHED.add("nothing held");
            }
            if (model.discrepancies > 0) {
                REACHED.add("discrepancy");
            }
            agree(details());
        }

        private void agree(ExhibitDetails details) {
            var balance = details.balance();
            assertThat(picograms(balance.seized())).isEqualTo(model.seized);
            assertThat(picograms(balance.held())).isEqualTo(model.held);
            assertThat(picograms(balance.sampled())).isEqualTo(model.sampled);
            assertThat(picograms(balance.destroyed())).isEqualTo(model.destroyed);
            assertThat(picograms(balance.released())).isEqualTo(model.released);
            assertThat(model.held + model.sampled + model.destroyed + model.released)
                    .isEqualTo(model.seized);
            assertThat(details.custodian()).isEqualTo(model.custodian);
            assertThat(details.lastCustodians())
                    .isEqualTo(Stream.of(model.before, model.custodian)
                            .filter(name -> name != null)
                            .toList());
            assertThat(details.offer() == null ? null : details.offer().to()).isEqualTo(model.offeredTo);
            for (var name : List.of(GIVER, RECEIVER, THIRD)) {
                var offered = details.allowedActions(name, false);
                assertThat(offered.contains("receive")).isEqualTo(name.equals(model.offeredTo));
                assertThat(offered.contains("sample")).isEqualTo(model.held > 0);
            }
            assertThat(events().stream().filter(CustodyDiscrepancy.class::isInstance))
                    .hasSize(model.discrepancies);
        }

        private static long picograms(BigDecimal kilograms) {
            return kilograms.movePointRight(15).longValueExact();
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
