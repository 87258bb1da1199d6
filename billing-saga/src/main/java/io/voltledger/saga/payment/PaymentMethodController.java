package io.voltledger.saga.payment;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cards that members pay with. */
@RestController
@RequestMapping("/api/payment-methods")
class PaymentMethodController {

    /**
     * @param authKey what the provider's card form returned; good for one registration
     * @param customerKey what the form was opened with for this member
     */
    record NewPaymentMethod(
            @NotBlank @Size(max = 64) String member,
            @NotBlank @Size(max = 300) String authKey,
            @NotBlank @Size(max = 300) String customerKey) {}

    record PaymentMethodView(String id, String member, String issuer, String maskedNumber) {}

    private final PaymentMethodRegistration registration;

    PaymentMethodController(PaymentMethodRegistration registration) {
        this.registration = registration;
    }

    @PostMapping
    ResponseEntity<PaymentMethodView> register(@Valid @RequestBody NewPaymentMethod request) {
        PaymentMethodView view =
                registration.register(new MemberId(request.member()), request.authKey(), request.customerKey());
        return ResponseEntity.created(URI.create("/api/payment-methods/" + view.id()))
                .body(view);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        registration.remove(new PaymentMethodId(id));
        return ResponseEntity.noContent().build();
    }
}
