package io.voltledger.api.topup;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about top-ups. */
public sealed interface TopUpQuery {

    /** Answers an {@code Optional<TopUpView>}. */
    record FindTopUp(TopUpId topUp) implements TopUpQuery {}

    /** Answers a {@link TopUpPage}, newest first. What is absent does not restrict. */
    record ListTopUps(@Nullable MemberId member, @Nullable TopUpState state, PageRequest page) implements TopUpQuery {}

    /** @param next cursor of the following page; absent at the end */
    record TopUpPage(List<TopUpView> items, @Nullable String next) {}
}
