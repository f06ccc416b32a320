// As plain-worker, with the tests' patience: what is held up by a test is not given up.
import "~/test/setup/patience";
import "./plain-worker";
