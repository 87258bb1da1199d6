package io.voltledger.api.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.member.MemberId;
import java.time.Instant;

/**
 * A member's prepaid funds.
 *
 * @param available what can be held
 * @param held what is set aside for bills
 */
public record WalletView(MemberId member, Money available, Money held, Instant updatedAt) {}
