package casebook.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.web.bind.annotation.RestController;

/** The house rules of the query service. */
@AnalyzeClasses(packages = "casebook.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("casebook.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule queryDoesNotKnowCommand =
            noClasses().should().dependOnClassesThat().resideInAPackage("casebook.command..");

    @ArchTest
    static final ArchRule machineryDoesNotKnowTheFeatures = noClasses()
            .that()
            .resideInAPackage("casebook.query.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "casebook.query.incidents..",
                    "casebook.query.cases..",
                    "casebook.query.exhibits..",
                    "casebook.query.deadlines..",
                    "casebook.query.stations..");

    @ArchTest
    static final ArchRule webDoesNotTouchMongo = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule foldsArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "casebook.query.incidents",
                    "casebook.query.cases",
                    "casebook.query.exhibits",
                    "casebook.query.stations")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework..", "org.axonframework..");

    @ArchTest
    static final ArchRule axonStaysInTheMachinery = noClasses()
            .that()
            .resideOutsideOfPackage("casebook.query.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule viewsReadReactively = noClasses()
            .that()
            .resideInAPackage("..view..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.MongoCollection");

    @ArchTest
    static final ArchRule controllersStandInWeb =
            classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web");

    @ArchTest
    static final ArchRule timeComesInThroughTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");
}
