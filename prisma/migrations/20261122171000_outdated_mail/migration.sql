-- A mail that was overtaken while it waited (a reminder of what has begun) is kept, and does not leave.
ALTER TYPE "OutboxStatus" ADD VALUE 'DROPPED';
