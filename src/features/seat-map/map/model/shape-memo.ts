import { overlaps } from "./box";
import { SHAPE_REACH, sectionShape, type Shaped, type Unshaped } from "./section-shapes";

type Rows = { readonly rows: object };
type Known = { neighbours: object[]; shape: Shaped };

/**
 * Shapes of a plan that is being drawn. Its rows never change in place: a section whose rows are the same object as at
 * the last step, among neighbours of which the same is true, has the shape that it had.
 */
export class ShapeMemo {
  private known = new Map<object, Known>();

  shapes(model: Unshaped, sources: readonly Rows[]): Shaped[] {
    const now = new Map<object, Known>();
    const shapes = model.sections.map((section) => {
      const source = sources[section.index]!.rows;
      const { left, right, top, bottom } = section.box;
      const reach = { left: left - SHAPE_REACH, right: right + SHAPE_REACH, top: top - SHAPE_REACH, bottom: bottom + SHAPE_REACH };
      const neighbours = model.sections
        .filter((other) => other.index !== section.index && other.end > other.start && overlaps(other.box, reach))
        .map((other) => sources[other.index]!.rows);
      const before = this.known.get(source);
      const same = before?.neighbours.length === neighbours.length && before.neighbours.every((rows, i) => rows === neighbours[i]);
      const shape = same ? before!.shape : sectionShape(model, section);
      now.set(source, { neighbours, shape });
      return shape;
    });
    this.known = now;
    return shapes;
  }
}
