"use client";

import { Search, Trash2 } from "lucide-react";
import { useState } from "react";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Chip, RemovableChip } from "~/components/ui/chip";
import { Spinner } from "~/components/ui/spinner";
import { Row, Showcase } from "./showcase";

const variants = ["primary", "secondary", "ghost", "danger", "link"] as const;
const tones = ["neutral", "outline", "success", "warning", "danger"] as const;

/** What is pressed, and small marks. */
export function Actions() {
  const [pressed, setPressed] = useState(true);
  return (
    <>
      <Showcase name="Button">
        {(["sm", "md", "lg"] as const).map((size) => (
          <Row key={size}>
            {variants.map((variant) => (
              <Button key={variant} variant={variant} size={size}>
                Hold 3 seats
              </Button>
            ))}
          </Row>
        ))}
        <Row>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} disabled>
              Not now
            </Button>
          ))}
          {variants.map((variant) => (
            <Button key={`${variant} at work`} variant={variant} loading>
              At work
            </Button>
          ))}
        </Row>
        <Row>
          <Button size="icon" aria-label="Search">
            <Search aria-hidden />
          </Button>
          <Button size="icon-sm" variant="secondary" aria-label="Take away">
            <Trash2 aria-hidden />
          </Button>
        </Row>
      </Showcase>
      <Showcase name="Chip">
        <Row>
          <Chip pressed={pressed} onClick={() => setPressed(!pressed)}>
            Concerts
          </Chip>
          <Chip pressed={!pressed} onClick={() => setPressed(!pressed)}>
            Comedy
          </Chip>
          <RemovableChip label="Mumbai" />
        </Row>
      </Showcase>
      <Showcase name="Badge">
        <Row>
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              12 left
            </Badge>
          ))}
        </Row>
      </Showcase>
      <Showcase name="Avatar">
        <Row>
          <Avatar name="Asha Rao" />
          <Avatar name="Prince" />
          <Avatar name="आशा राव" />
        </Row>
      </Showcase>
      <Showcase name="Spinner">
        <Row>
          <Spinner />
        </Row>
      </Showcase>
    </>
  );
}
