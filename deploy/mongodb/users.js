// Makes the two roles of roles.json and a user for each service. Run once, by an administrator, on the primary:
//   CASEBOOK_COMMAND_PASSWORD=… CASEBOOK_QUERY_PASSWORD=… mongosh 'mongodb://admin@…/admin' --file deploy/mongodb/users.js
const fs = require("fs");
const path = require("path");

const admin = db.getSiblingDB("admin");
const passwords = {casebookCommand: process.env.CASEBOOK_COMMAND_PASSWORD, casebookQuery: process.env.CASEBOOK_QUERY_PASSWORD};

for (const role of JSON.parse(fs.readFileSync(path.join(__dirname, "roles.json"), "utf8"))) {
  const name = role.createRole;
  if (!passwords[name]) {
    throw new Error(`No password for ${name}`);
  }
  if (!admin.getRole(name)) {
    admin.runCommand(role);
  }
  if (!admin.getUser(name)) {
    admin.createUser({user: name, pwd: passwords[name], roles: [name]});
  }
}
