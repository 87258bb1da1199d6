package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.wallet.WalletMovementView;
import io.voltledger.api.wallet.WalletQuery.ListWalletMovements;
import io.voltledger.api.wallet.WalletQuery.WalletMovementPage;
import io.voltledger.query.web.Questions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuppressWarnings("NullAway.Init") // jqwik starts the platform before the first property
class PagingTest {

    private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2026, 11, 21, 0, 0);

    private static Platform platform;
    private static JdbcClient jdbc;

    @BeforeContainer
    static void start() {
        platform = Platform.start("paging");
        jdbc = JdbcClient.create(platform.bean(DataSource.class));
    }

    @AfterContainer
    static void stop() {
        platform.close();
    }

    /** Few different seconds, so that many rows share one. */
    @Property(tries = 40)
    void pagesHoldEachRowOnceAndInOrderWhateverComesMeanwhile(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 9) int limit) {
        MemberId member = new MemberId(UUID.randomUUID().toString());
        for (int number = 0; number < seconds.size(); number++) {
            insert(member, "m" + number, MIDNIGHT.plusSeconds(seconds.get(number)));
        }
        List<String> whole = ids(page(member, PageRequest.MAX_LIMIT, null));

        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            WalletMovementPage page = page(member, limit, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            paged.addAll(ids(page));
            cursor = page.next();
            insert(member, "later" + paged.size(), MIDNIGHT.plusDays(1));
        } while (cursor != null);

        assertThat(paged).isEqualTo(whole).hasSameSizeAs(seconds);
    }

    private static WalletMovementPage page(MemberId member, int limit, @Nullable String cursor) {
        return platform.bean(Questions.class)
                .answer(new ListWalletMovements(member, new PageRequest(limit, cursor)), WalletMovementPage.class);
    }

    private static List<String> ids(WalletMovementPage page) {
        return page.items().stream().map(WalletMovementView::id).toList();
    }

    private static void insert(MemberId member, String id, LocalDateTime at) {
        jdbc.sql("""
                        insert into wallet_movement (member_id, movement_id, kind, amount, currency, available, held, at)
                        values (:member, :id, 'CREDIT', 1, 'KRW', 1, 0, :at)
                        """)
                .param("member", member.value())
                .param("id", id)
                .param("at", at)
                .update();
    }
}
