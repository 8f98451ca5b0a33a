"""What does a partner meet who was sent a case? A letter's link, a code by mail, the cases, and room for an answer."""
