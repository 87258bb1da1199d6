package io.voltledger.ocpp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.voltledger.ocpp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherRuntimeModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voltledger.command..",
                    "io.voltledger.saga..",
                    "io.voltledger.query..",
                    "io.voltledger.node..",
                    "io.voltledger.simulators..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.voltledger.ocpp.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingSharedKnowsAVersion = noClasses()
            .that()
            .resideInAnyPackage("..wire..", "..reading..", "..shape..", "..station..", "..block..", "..socket..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..v16..", "..v201..");

    @ArchTest
    static final ArchRule functionalBlocksKnowNoWire = noClasses()
            .that()
            .resideInAnyPackage("..block..", "..v16..", "..v201..", "..reading..", "..shape..", "..station..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.springframework..");
}
