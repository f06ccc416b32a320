/** Of every demo account. */
export const DEMO_PASSWORD = "aisle-demo-1";

export type DemoPerson = {
  key: string;
  name: string;
  email: string;
  phone?: string;
  role: "USER" | "ORGANIZER" | "ADMIN";
  /** How long ago they registered. */
  joinedDaysAgo: number;
};

/** Who signs in: the three demo accounts, and the organizer of the other half of the events. */
export const accounts: DemoPerson[] = [
  {
    key: "buyer",
    name: "Aanya Deshmukh",
    email: "buyer@aisle.test",
    phone: "+919820055101",
    role: "USER",
    joinedDaysAgo: 210,
  },
  {
    key: "demo",
    name: "Farhan Contractor",
    email: "organizer@aisle.test",
    phone: "+919867755102",
    role: "ORGANIZER",
    joinedDaysAgo: 410,
  },
  {
    key: "admin",
    name: "Nandini Iyer",
    email: "admin@aisle.test",
    phone: "+919884455103",
    role: "ADMIN",
    joinedDaysAgo: 430,
  },
  {
    key: "other",
    name: "Leela Kurien",
    email: "leela.kurien@example.test",
    phone: "+919447055104",
    role: "ORGANIZER",
    joinedDaysAgo: 380,
  },
];

/** Regulars: they write the reviews and come to many events. */
export const regularNames = [
  "Aditya Kulkarni",
  "Aishwarya Subramanian",
  "Arjun Bezbaruah",
  "Ayesha Siddiqui",
  "Bhavna Solanki",
  "Binoy Thekkekara",
  "Chitra Venkatesan",
  "Debolina Ghoshal",
  "Devika Nambiar",
  "Faisal Qureshi",
  "Gurleen Sandhu",
  "Harsh Agarwal",
  "Hemant Rathore",
  "Imliakum Longkumer",
  "Ishita Bandyopadhyay",
  "Jaspreet Dhillon",
  "Joseph Pereira",
  "Kavya Shetty",
  "Keerthana Reddy",
  "Lalrinpuii Ralte",
  "Madhav Joshi",
  "Manasi Phadke",
  "Meher Irani",
  "Mohit Chauhan",
  "Nabanita Kalita",
  "Naveen Gowda",
  "Nikhil Menon",
  "Parvathy Pillai",
  "Pranav Trivedi",
  "Rehana Sheikh",
  "Rohini Wagle",
  "Sabyasachi Mohapatra",
  "Sanjana Bhat",
  "Shreya Mahanta",
  "Sridhar Chalapathi",
  "Tenzin Lhamo",
  "Usha Chandrasekhar",
  "Varun Malhotra",
  "Yamini Rao",
  "Zoya Ansari",
] as const;

/** From these come the many who fill an arena: names that go together, region by region. */
export const crowd: { first: readonly string[]; last: readonly string[] }[] = [
  {
    first: [
      "Amruta",
      "Omkar",
      "Sayali",
      "Tejas",
      "Pallavi",
      "Swapnil",
      "Mugdha",
      "Chinmay",
      "Vaishnavi",
      "Aniket",
    ],
    last: [
      "Jadhav",
      "Gokhale",
      "Patil",
      "Bhosale",
      "Sawant",
      "Apte",
      "Shinde",
      "Kelkar",
      "Mohite",
      "Dandekar",
    ],
  },
  {
    first: [
      "Lakshmi",
      "Karthik",
      "Divya",
      "Senthil",
      "Nithya",
      "Prabhu",
      "Revathi",
      "Ashwin",
      "Kanmani",
      "Surya",
    ],
    last: ["Murugan", "Raghunathan", "Natarajan", "Palanisamy", "Krishnan", "Sundaram", "Arumugam", "Balaji"],
  },
  {
    first: [
      "Sravani",
      "Charan",
      "Harika",
      "Vamsi",
      "Lasya",
      "Srikanth",
      "Mounika",
      "Tarun",
      "Swathi",
      "Kiran",
    ],
    last: ["Reddy", "Naidu", "Chowdary", "Goud", "Varma", "Sastry", "Yadav", "Rao", "Vemula", "Kandula"],
  },
  {
    first: [
      "Ananya",
      "Sourav",
      "Ritwika",
      "Arko",
      "Paramita",
      "Soham",
      "Titas",
      "Rupsa",
      "Anirban",
      "Mithila",
    ],
    last: ["Chatterjee", "Sengupta", "Mondal", "Dutta", "Majumdar", "Pal", "Biswas", "Karmakar", "Saha"],
  },
  {
    first: [
      "Anjali",
      "Vishnu",
      "Meenakshi",
      "Jithin",
      "Gayathri",
      "Rahul",
      "Sneha",
      "Arun",
      "Neethu",
      "Basil",
    ],
    last: ["Nair", "Varghese", "Kurup", "Mathew", "Menon", "Chacko", "Panicker", "Abraham", "Warrier"],
  },
  {
    first: [
      "Deepika",
      "Manjunath",
      "Shruti",
      "Raghavendra",
      "Bhoomika",
      "Chetan",
      "Sahana",
      "Prajwal",
      "Ramya",
    ],
    last: ["Hegde", "Gowda", "Kamath", "Patil", "Shenoy", "Urs", "Bhandari", "Murthy", "Nayak"],
  },
  {
    first: [
      "Simran",
      "Harpreet",
      "Aarav",
      "Priya",
      "Vikram",
      "Nisha",
      "Karan",
      "Pooja",
      "Rohit",
      "Ritu",
      "Aman",
    ],
    last: [
      "Sharma",
      "Gill",
      "Gupta",
      "Verma",
      "Singh",
      "Kapoor",
      "Mishra",
      "Tiwari",
      "Saxena",
      "Bedi",
      "Khanna",
    ],
  },
  {
    first: ["Zainab", "Imran", "Sana", "Arif", "Nazneen", "Salman", "Mariam", "Yusuf", "Hina", "Adil"],
    last: ["Khan", "Hussain", "Mirza", "Farooqui", "Pathan", "Syed", "Baig", "Ahmed", "Kazmi"],
  },
  {
    first: ["Dhara", "Jignesh", "Kinjal", "Parth", "Hiral", "Mehul", "Riddhi", "Yash", "Urvi", "Nirav"],
    last: ["Patel", "Shah", "Desai", "Mehta", "Vyas", "Parmar", "Bhatt", "Dave", "Zaveri"],
  },
  {
    first: ["Mayuri", "Bhaskar", "Linthoi", "Banteilang", "Jonali", "Kevi", "Ruatfela", "Pranjal", "Daphi"],
    last: ["Saikia", "Borah", "Devi", "Kharkongor", "Angami", "Hmar", "Das", "Sangma", "Rai"],
  },
];
