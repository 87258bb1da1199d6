package io.voltledger.api.dunning;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about dunning. */
public sealed interface DunningQuery {

    /** Answers a {@link DunningPage} of bills that are not paid yet, newest first. What is absent does not restrict. */
    record ListDunning(@Nullable MemberId member, @Nullable DunningStage stage, PageRequest page)
            implements DunningQuery {}

    /** @param next cursor of the following page; absent at the end */
    record DunningPage(List<DunningView> items, @Nullable String next) {}
}
