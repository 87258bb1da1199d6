package io.voltledger.api.token;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about tokens. */
public sealed interface TokenQuery {

    /** Answers an {@code Optional<TokenView>}. */
    record FindToken(IdToken token) implements TokenQuery {}

    /** Answers a {@link TokenPage}, in the order of ids. What is absent does not restrict. */
    record ListTokens(@Nullable MemberId member, PageRequest page) implements TokenQuery {}

    /** @param next cursor of the following page; absent at the end */
    record TokenPage(List<TokenView> items, @Nullable String next) {}
}
