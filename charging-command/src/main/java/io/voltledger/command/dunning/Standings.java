package io.voltledger.command.dunning;

import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.member.MemberId;
import io.voltledger.command.EventStreams;
import org.springframework.stereotype.Component;

/** Tells how members stand, from their streams: fresh, and without opening one for a member who always paid. */
@Component
public class Standings {

    private final EventStreams streams;

    Standings(EventStreams streams) {
        this.streams = streams;
    }

    /** Whether the member starts no new charge, with whatever token. */
    public boolean isSuspended(MemberId member) {
        return streams.fold(
                        new StandingId(member).toString(),
                        StandingFacts.NONE,
                        StandingFacts.class,
                        DunningEvent.class,
                        StandingDecider::evolve)
                .isSuspended();
    }
}
