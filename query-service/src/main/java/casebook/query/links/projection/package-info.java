/** What was ever linked: the incidents of cases, and the exhibits of incidents. */
@NullMarked
package casebook.query.links.projection;

import org.jspecify.annotations.NullMarked;
