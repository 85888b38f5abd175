package casebook.query.exports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What stands in the first sheet of a workbook, read without the library that writes it. */
public final class WorkbookRows {

    private WorkbookRows() {}

    /** The cells from the first column to the last that is not empty, text and numbers as they are stored. */
    public static List<List<String>> of(byte[] workbook) throws IOException {
        var parts = parts(workbook);
        var texts = elements(parse(parts.get("xl/sharedStrings.xml")), "si").stream()
                .map(Element::getTextContent)
                .toList();
        return elements(parse(parts.get("xl/worksheets/sheet1.xml")), "row").stream()
                .map(row -> row(row, texts))
                .toList();
    }

    private static List<String> row(Element row, List<String> texts) {
        var cells = new ArrayList<String>();
        for (var cell : elements(row.getElementsByTagName("c"))) {
            var column = column(cell.getAttribute("r"));
            while (cells.size() < column) {
                cells.add("");
            }
            var value = cell.getTextContent();
            cells.add(cell.getAttribute("t").equals("s") ? texts.get(Integer.parseInt(value)) : value);
        }
        return cells;
    }

    /** From 0, of a reference such as AB12. */
    private static int column(String reference) {
        return reference
                        .chars()
                        .filter(Character::isLetter)
                        .reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1)
                - 1;
    }

    /** The parts by their names. They can only be read from a file, as their lengths stand at its end. */
    static Map<String, String> parts(byte[] workbook) throws IOException {
        var parts = new HashMap<String, String>();
        var file = Files.createTempFile("casebook", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static Document parse(@Nullable String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Objects.requireNonNull(xml))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
