package io.voltledger.query.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.voltledger.api.tariff.Tariff;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A tariff as the text that operators work on: the JSON of the REST API without what is absent. */
@Component
class TariffText {

    /** What a first draft begins with. */
    static final String BLANK = """
            {
              "name": "Standard",
              "currency": "KRW",
              "zone": "Asia/Seoul",
              "taxIncluded": true,
              "elements": [
                {
                  "priceComponents": [
                    { "type": "ENERGY", "price": 300, "vat": 10, "stepSize": 1 }
                  ]
                }
              ]
            }""";

    private final JsonMapper mapper;

    TariffText(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .changeDefaultPropertyInclusion(present -> present.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .build();
    }

    String of(Tariff content) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(content);
    }
}
