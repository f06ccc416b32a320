ALTER TABLE "Event" ADD COLUMN "pausedAt" TIMESTAMPTZ(3),
                    ADD COLUMN "pausedOffSaleAt" TIMESTAMPTZ(3);
