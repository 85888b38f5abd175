package casebook.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which class is stored under which name and revision. A class has one name and its present revision; what was stored under an
 * older revision is brought to the present one by upcasters before it becomes an object. A Java class name is never stored, so
 * that a class can be renamed. An interface may be registered in place of the classes that implement it: they are stored under
 * its one name, and the mapper has to tell from the data which to read.
 */
public final class StoredTypes {

    /**
     * What stands in the ledger for a class.
     *
     * @param name the stable name, such as {@code IncidentFiled}
     * @param revision the revision of its data, counted from 1
     */
    public record StoredType(String name, int revision) {

        public StoredType {
            if (name.isBlank() || revision < 1) {
                throw new IllegalArgumentException(
                        "A stored type has a name and a revision from 1 on: " + name + " " + revision);
            }
        }

        @Override
        public String toString() {
            return name + " revision " + revision;
        }
    }

    private final Map<Class<?>, StoredType> types;
    private final Map<StoredType, Class<?>> classes = new HashMap<>();
    private final Map<String, StoredType> present = new HashMap<>();

    private StoredTypes(Map<Class<?>, StoredType> types) {
        this.types = types;
        types.forEach((type, stored) -> {
            if (present.put(stored.name(), stored) != null) {
                throw new IllegalArgumentException("Two classes are stored as " + stored.name());
            }
            classes.put(stored, type);
        });
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All registered classes in the order of their registration. */
    public Map<Class<?>, StoredType> asMap() {
        return Collections.unmodifiableMap(types);
    }

    /**
     * The name and revision under which objects of the class are stored.
     *
     * @throws UnknownStoredType if neither the class nor an interface of it is registered
     */
    public StoredType typeOf(Class<?> type) {
        StoredType stored = types.get(type);
        return stored == null ? typeOfAnInterface(type) : stored;
    }

    private StoredType typeOfAnInterface(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .map(types::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() ->
                        new UnknownStoredType(type.getName() + " has no stored name: register it in StoredTypes"));
    }

    /**
     * The class that a stored name and revision is read as.
     *
     * @throws UnknownStoredType if the name is not registered, or only with another revision
     */
    public Class<?> classOf(String name, int revision) {
        Class<?> type = classes.get(new StoredType(name, revision));
        if (type == null) {
            StoredType known = present.get(name);
            throw new UnknownStoredType(
                    known == null
                            ? "No class is registered for the stored type " + name
                            : "Stored type " + name + " is read at revision " + known.revision() + ", but revision "
                                    + revision + " was found and no upcaster took it");
        }
        return type;
    }

    /** Collects the registrations. */
    public static final class Builder {

        private final Map<Class<?>, StoredType> types = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Registers a class.
         *
         * @param revision the present revision, counted from 1
         * @throws IllegalArgumentException if the class is registered already
         */
        public Builder type(Class<?> type, String name, int revision) {
            if (types.putIfAbsent(type, new StoredType(name, revision)) != null) {
                throw new IllegalArgumentException(type.getName() + " is registered twice");
            }
            return this;
        }

        /**
         * The registry of all that was registered.
         *
         * @throws IllegalArgumentException if two classes have the same name
         */
        public StoredTypes build() {
            return new StoredTypes(new LinkedHashMap<>(types));
        }
    }
}
