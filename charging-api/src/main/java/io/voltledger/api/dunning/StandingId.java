package io.voltledger.api.dunning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.member.MemberId;

/** How a member stands with the platform. JSON: the member. {@link #toString} is the aggregate identifier in the event store. */
public record StandingId(@JsonValue MemberId member) {

    @JsonCreator
    public StandingId {}

    @Override
    public String toString() {
        return "standing/" + member.value();
    }
}
