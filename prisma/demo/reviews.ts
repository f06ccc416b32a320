export type DemoReview = { rating: number; comment?: string; reply?: string };

/** By event: of the completed ones, by regulars who were there. */
export const reviews: Record<string, DemoReview[]> = {
  "map-of-salt": [
    {
      rating: 5,
      comment:
        "The shot of the school bell being unwrapped from its sack at the start of the season is still with me. See it on a large screen.",
    },
    {
      rating: 5,
      comment:
        "Went for the landscape, stayed for the arithmetic: you learn exactly what a tonne of salt pays. Both directors answered every question, including mine.",
    },
    {
      rating: 4,
      comment:
        "Slow for the first half hour and then not long enough. The recliners at the back are worth the difference.",
    },
    { rating: 4, comment: "Beautiful sound. The hall was a little cold." },
    {
      rating: 3,
      comment: "Honest film, but the conversation afterwards started late and we had a last boat to catch.",
    },
    { rating: 5 },
  ],
  dhrupad: [
    {
      rating: 5,
      comment:
        "They finished the alap as the last light left the windows. Nobody coughed for an hour. I have never heard that in this city.",
    },
    {
      rating: 5,
      comment:
        "Sat on the terrace behind the stage for a third of the price and watched the two of them breathe together.",
    },
    {
      rating: 4,
      comment: "Sublime music. The interval was ten minutes and the queue for coffee was fifteen.",
    },
    { rating: 5, comment: "My father is eighty-three and does not clap. He clapped." },
    {
      rating: 4,
      comment: "From row L of the stalls the tanpura is a little soft. Everything else was perfect.",
      reply: "Thank you. We have moved the tanpura half a metre forward for the next recital.",
    },
    { rating: 2, comment: "Too long for me. I should have read the description, which says so." },
    { rating: 5 },
  ],
  dangal: [
    {
      rating: 5,
      comment:
        "The women's bout at the end had the whole amphitheatre on its feet. The referee really is eighty-one.",
    },
    {
      rating: 4,
      comment: "Sit in the middle tiers: close enough for the sand, high enough to see the holds.",
    },
    {
      rating: 5,
      comment:
        "Took two children who only wanted to go home before it started and could not be made to leave.",
    },
    {
      rating: 3,
      comment: "Great bouts, slow exit. One staircase for that many people is not enough.",
      reply: "You are right. The north stair is open from the next event on.",
    },
    { rating: 4 },
  ],
  "rain-day": [
    {
      rating: 5,
      comment: "Four chairs, seven bags, and I cried over a pressure cooker. Go wherever they play next.",
    },
    {
      rating: 5,
      comment: "The youngest sister says eleven words in the whole play and every one of them lands.",
    },
    { rating: 4, comment: "I follow Marathi only halfway and followed all of this." },
    {
      rating: 4,
      comment: "The room is tiny, which is the point. The side seats are just as good as the front.",
    },
    { rating: 5 },
  ],
  "society-meeting": [
    { rating: 5, comment: "I am the secretary of my society. I have been seen, and I have been judged." },
    { rating: 4, comment: "Mr Prabhakar deserves an hour of his own. Sound was crisp even on the bar rail." },
    {
      rating: 5,
      comment:
        "Third time I have heard the pigeon story and the first time I heard the end of it over my own laughter.",
    },
    { rating: 3, comment: "Funny man. The table next to ours had a meeting of its own all evening." },
    { rating: 4, comment: "Quick, kind, no cheap shots. Order the masala peanuts before he starts." },
    { rating: 5 },
  ],
};
