using System.Numerics;

namespace Survey.Monitoring.Simulating;

/// <summary>Fills in the questionnaires of a wave.</summary>
internal sealed class PaperMaker(SimulationPlan plan, int wave)
{
    /// <summary>Days that interviewers stay in a village.</summary>
    private const int DaysInVillage = 10;

    /// <summary>More than so many items left out make a questionnaire invalid.</summary>
    private const int MostItemsMissing = 10;

    private readonly WavePlan _wave = plan.Waves[wave];

    /// <param name="households">Village by village.</param>
    public Paper[] Fill(IReadOnlyList<DrawnHousehold> households)
    {
        var papers = new Paper[households.Count];
        RandomStream random = new(0);
        DateOnly first = default;
        for (int k = 0; k < papers.Length; k++)
        {
            if (k == 0 || households[k].Village != households[k - 1].Village)
            {
                random = Chance.Of(plan.Seed, Purpose.Paper, households[k].Village.Place.Index, wave);
                first = FirstDay(random);
            }
            DateOnly day = first.AddDays((int)random.Below(Math.Min(DaysInVillage, DaysOfFieldwork)));
            int interviewer = (int)random.Below(plan.Sample.InterviewersPerTown) + 1;
            Paper paper = new()
            {
                Id = $"{_wave.Id}{k + 1:000000}",
                Household = households[k],
                Surveyed = day,
                Interviewer = $"{households[k].Village.Place.Town.Code[6..]}-{interviewer:00}",
            };
            papers[k] = paper.IsInterviewed ? Interview(paper, random) : paper;
        }
        return papers;
    }

    private int DaysOfFieldwork => _wave.Last.DayNumber - _wave.First.DayNumber + 1;

    private DateOnly FirstDay(RandomStream random) => _wave.First.AddDays((int)random.Below(Math.Max(1, DaysOfFieldwork - DaysInVillage + 1)));

    private Paper Interview(Paper paper, RandomStream random)
    {
        Person person = paper.Household.Chosen;
        Habits habits = paper.Household.Habits;
        return paper with
        {
            Birth = BirthOf(person, random),
            Education = Answered(person.Education),
            Smokes = Answered((habits & Habits.Smokes) == 0 ? 2 : (habits & Habits.Daily) != 0 ? 0 : 1),
            SecondHand = Answered((habits & Habits.SecondHand) != 0 ? 0 : 1),
            Exercises = Answered((habits & Habits.Exercises) != 0 ? 0 : 1),
            Answers = Answers(paper.Household.Right, random),
        };

        int? Answered(int answer) => random.Happens(plan.Nonresponse.QuestionMissing) ? null : answer;
    }

    /// <summary>A birthday outside the fieldwork, so that the age is the same on all its days.</summary>
    private DateOnly BirthOf(Person person, RandomStream random) =>
        _wave.First.AddYears(-person.Age).AddDays(-(int)random.Below(365 - DaysOfFieldwork));

    private uint[] Answers(ulong right, RandomStream random)
    {
        uint[] answers = new uint[Items50.All.Count];
        for (int item = 0; item < answers.Length; item++)
            answers[item] = (right >> item & 1) != 0 ? Items50.All[item].Key : Wrong(Items50.All[item], random);
        if (random.Happens(plan.Nonresponse.ManyItemsMissing))
            LeaveOut(answers, MostItemsMissing + 1 + (int)random.Below(15), random);
        else
            LeaveOutSome(answers, right, random);
        return answers;
    }

    /// <summary>Items that the person does not know, so that the score is the same, and never so many that the questionnaire would be invalid.</summary>
    private void LeaveOutSome(uint[] answers, ulong right, RandomStream random)
    {
        int left = 0;
        for (int item = 0; item < answers.Length; item++)
            if ((right >> item & 1) == 0 && random.Happens(plan.Nonresponse.ItemMissing) && left++ < MostItemsMissing)
                answers[item] = 0;
    }

    private static void LeaveOut(uint[] answers, int count, RandomStream random)
    {
        foreach (int item in SimpleRandomSample.Draw(answers.Length, count, random))
            answers[item] = 0;
    }

    private uint Wrong(SurveyItem item, RandomStream random)
    {
        if (item.IsMultiple)
            return random.Happens(plan.Items.Partial) ? PartOf(item.Key, random) : OtherSet(item, random);
        if (random.Happens(plan.Items.DontKnow))
            return Paper.DontKnow;
        int other = (int)random.Below(item.OptionCount - 1);
        return 1u << (other + (1u << other >= item.Key ? 1 : 0));
    }

    /// <summary>Some of the right options, but not all.</summary>
    private static uint PartOf(uint key, RandomStream random)
    {
        uint part;
        do
            part = (uint)random.Next() & key;
        while (part == 0 || part == key);
        return part;
    }

    private static uint OtherSet(SurveyItem item, RandomStream random)
    {
        uint set;
        do
            set = (uint)random.Below(1L << item.OptionCount);
        while (BitOperations.PopCount(set) == 0 || set == item.Key);
        return set;
    }
}
