package io.voltledger.saga.member;

import io.voltledger.api.member.MemberId;
import io.voltledger.saga.work.UtcTime;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contact of each member. */
@Repository
public class MemberContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    MemberContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(MemberId member, Contact contact) {
        jdbc.sql("""
                insert into member_contact (member_id, email, locale, updated_at)
                values (:member, :email, :locale, :now)
                on duplicate key update email = :email, locale = :locale, updated_at = :now""")
                .param("member", member.value())
                .param("email", contact.email())
                .param("locale", contact.locale())
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }

    /** Empty where the member left none. */
    public Optional<Contact> of(MemberId member) {
        return jdbc.sql("select email, locale from member_contact where member_id = :member")
                .param("member", member.value())
                .query((row, number) -> new Contact(row.getString("email"), row.getString("locale")))
                .optional();
    }
}
