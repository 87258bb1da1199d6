package io.voltledger.api.quirk;

/** One published version of a quirk profile, by name. */
public record QuirkProfileVersion(QuirkProfileId profile, int version) {}
