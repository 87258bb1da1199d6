package io.voltledger.saga.member;

import io.voltledger.api.member.MemberId;
import io.voltledger.runtime.ResourceNotFound;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a member is reached. */
@RestController
@RequestMapping("/api/members/{id}/contact")
class ContactController {

    private final MemberContacts contacts;

    ContactController(MemberContacts contacts) {
        this.contacts = contacts;
    }

    @PutMapping
    Contact put(@PathVariable String id, @Valid @RequestBody Contact contact) {
        contacts.put(new MemberId(id), contact);
        return contact;
    }

    @GetMapping
    Contact get(@PathVariable String id) {
        return contacts.of(new MemberId(id)).orElseThrow(() -> new ResourceNotFound("contact of member " + id));
    }
}
