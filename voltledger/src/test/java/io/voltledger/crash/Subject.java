package io.voltledger.crash;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.BillRefundsId;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.topup.TopUpId;

/** A session whose payment is watched, or a top-up, with a member of its own. */
record Subject(String name, Course course) {

    static Subject parse(String text) {
        String[] parts = text.split("=");
        return new Subject(parts[0], Course.valueOf(parts[1]));
    }

    SessionId session() {
        return new SessionId("CP-" + name + ":1");
    }

    BillId bill() {
        return BillId.of(session());
    }

    BillId supplement() {
        return BillId.supplement(session(), "dearer");
    }

    /** What those who watch its process know it by. */
    String watched() {
        return course.isTopUp() ? topUp().value() : session().value();
    }

    TopUpId topUp() {
        return TopUpId.of(member(), "k1");
    }

    BillRefundsId refunds() {
        return new BillRefundsId(bill());
    }

    RefundId refund() {
        return RefundId.of(bill(), "whole");
    }

    MemberId member() {
        return new MemberId("M-" + name);
    }

    IdToken token() {
        return new IdToken("T-" + name);
    }

    @Override
    public String toString() {
        return name + "=" + course;
    }
}
