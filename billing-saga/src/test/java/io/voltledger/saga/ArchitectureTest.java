package io.voltledger.saga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

@AnalyzeClasses(packages = "io.voltledger.saga", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DECISIONS =
            "(Payment|Attempt|Dunning)Plan|Payment(Process|Schedules)|Decision|Step|Circumstances|Orders|TossOutcomes|.*Envelopes|MailText";

    @ArchTest
    static final ArchRule decisionsArePlainJava = noClasses()
            .that()
            .haveNameMatching(".*\\.(" + DECISIONS + ")(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "java.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule decisionsReadNoClock = noClasses()
            .that()
            .haveNameMatching(".*\\.(" + DECISIONS + ")(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule runtimeModulesAreStrangers = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voltledger.command..",
                    "io.voltledger.query..",
                    "io.voltledger.ocpp..",
                    "io.voltledger.node..",
                    "io.voltledger.simulators..");

    @ArchTest
    static final ArchRule onlyThePaymentPackageSpeaksToTheProvider =
            classes().that().haveSimpleNameStartingWith("Toss").should().resideInAPackage("io.voltledger.saga.payment");
}
