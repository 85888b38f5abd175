package casebook.mongod;

record ForeignMongo(String connectionString) implements MongoServer {
    @Override
    public void close() {}
}
