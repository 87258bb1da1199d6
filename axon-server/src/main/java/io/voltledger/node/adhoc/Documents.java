package io.voltledger.node.adhoc;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Looks into payloads. One that is not of the kind that is asked for has nothing in it. */
final class Documents {

    private static final int KEPT_PATHS = 64;
    private static final Configuration JSON = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();
    private static final Map<String, JsonPath> PATHS = new ConcurrentHashMap<>();

    private Documents() {}

    /** A text, number or truth value, a list of such, or null where the path leads nowhere. */
    static @Nullable Object json(String document, String path) {
        if (PATHS.size() > KEPT_PATHS) {
            PATHS.clear();
        }
        try {
            var compiled = PATHS.computeIfAbsent(path, JsonPath::compile);
            return document.isEmpty() ? null : plain(compiled.read(document, JSON));
        } catch (PathNotFoundException nothingThere) {
            return null;
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new QueryFault("jsonpath cannot read the path " + path + ": " + e.getMessage());
        } catch (JsonPathException noJson) {
            return null;
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Integer whole -> whole.longValue();
            case Long whole -> whole;
            case Number fraction -> fraction.doubleValue();
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(plain(item)));
                yield items;
            }
            default -> JSON.jsonProvider().toJson(value);
        };
    }

    static @Nullable Object xml(String document, String path, String type) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var parsed = builder.parse(new InputSource(new StringReader(document)));
            var found = XPathFactory.newInstance().newXPath().evaluate(path, parsed, type(type));
            return found instanceof NodeList nodes ? texts(nodes) : found;
        } catch (SAXException | java.io.IOException noXml) {
            return null;
        } catch (XPathExpressionException e) {
            throw new QueryFault("xpath cannot read the path " + path + ": " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java reads no XML", e);
        }
    }

    private static QName type(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "NUMBER" -> XPathConstants.NUMBER;
            case "NODESET", "NODELIST" -> XPathConstants.NODESET;
            case "STRING", "NODE" -> XPathConstants.STRING;
            default -> throw new QueryFault("xpath gives STRING, NUMBER or NODESET, not " + type);
        };
    }

    private static List<String> texts(NodeList nodes) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
