// Makes the two roles of roles.json and a user for each service, and the indexes of the ledgers (indexes.json), which no service may make: an index that
// lets documents expire would empty a ledger. Run by an administrator, on the primary; again after a release that changes one of the files:
//   CASEBOOK_COMMAND_PASSWORD=… CASEBOOK_QUERY_PASSWORD=… mongosh 'mongodb://admin@…/admin' --file deploy/mongodb/users.js
const fs = require("fs");
const path = require("path");

const admin = db.getSiblingDB("admin");
const passwords = {casebookCommand: process.env.CASEBOOK_COMMAND_PASSWORD, casebookQuery: process.env.CASEBOOK_QUERY_PASSWORD};
const listed = (file) => JSON.parse(fs.readFileSync(path.join(__dirname, file), "utf8"));

for (const role of listed("roles.json")) {
  const name = role.createRole;
  if (!passwords[name]) {
    throw new Error(`No password for ${name}`);
  }
  admin.runCommand(admin.getRole(name) ? {updateRole: name, privileges: role.privileges, roles: role.roles} : role);
  if (!admin.getUser(name)) {
    admin.createUser({user: name, pwd: passwords[name], roles: [name]});
  }
}
for (const {database, ...indexes} of listed("indexes.json")) {
  db.getSiblingDB(database).runCommand(indexes);
}
