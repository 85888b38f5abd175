package casebook.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the service is built, and stays built. */
@AnalyzeClasses(
        packages = {"casebook.command", "casebook.events"},
        importOptions = DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses()
            .that()
            .haveNameMatching(
                    "casebook\\.command\\..*(Decider|IncidentState|CaseProgress|ExhibitState|Decision|Refusal|Outcome)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..");

    @ArchTest
    static final ArchRule eventsAreFreeOfFrameworksAndDatabases = classes()
            .that()
            .resideInAPackage("casebook.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "casebook.events..",
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule onlyWhatIsStoredBesideTheLedgerKnowsTheDatabase = noClasses()
            .that()
            .resideInAPackage("casebook.command..")
            .and()
            .resideOutsideOfPackage("casebook.command.platform..")
            .and()
            .haveNameNotMatching(
                    ".*\\.(IncidentNumbers|HeldCases|OpenDeadlines|Uploads|FileChecks|[A-Za-z]+Configuration)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("casebook.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theWebIsBelowItsFeature = noClasses()
            .that()
            .resideOutsideOfPackage("casebook.command.*.web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("casebook.command.*.web");

    @ArchTest
    static final ArchRule theClockComesInAtTheEdge = noClasses()
            .should()
            .callMethodWhere(describe(
                    "asks the machine for the time",
                    (JavaMethodCall call) -> call.getTarget().getName().equals("now")
                                    && call.getTarget()
                                            .getOwner()
                                            .getPackageName()
                                            .equals("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.getName().equals("java.time.Clock"))
                            || call.getTarget().getFullName().startsWith("java.lang.System.currentTimeMillis")));
}
