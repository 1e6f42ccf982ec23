namespace Survey.Monitoring.Drafting;

/// <summary>The columns that surveys of counties have.</summary>
internal static class KnownColumns
{
    private static readonly string[] Codes = ["代码", "编码", "编号", "码"];

    private static readonly string[] Villages =
        ["村居", "村", "村居委会", "村社区", "社区村", "社区", "居村", "居村委会", "居委会", "村委会", "村委会居委会", "村居社区", "村社区居委会", "居委会村委会", "居委会村", "社区居委会", "行政村", "行政村社区", "村庄"];

    private static readonly string[] Towns = ["乡镇", "乡镇街道", "街道", "街道乡镇", "镇", "镇街", "街镇", "镇街道", "乡", "乡街道"];

    private static readonly string[] Counties = ["县区", "区县", "县市区", "市县区", "县", "县级"];

    /// <summary>People other than the one who answers.</summary>
    private static readonly string[] Others = ["户主", "配偶", "父亲", "母亲", "父母", "子女", "孩子", "儿童", "家人", "家属", "家中", "家里"];

    /// <summary>In the order in which they are tried; a study has each at most once.</summary>
    public static readonly IReadOnlyList<KnownColumn> All = [.. Places(), .. People(), .. Households(), .. Health(), .. Interviews()];

    private static KnownColumn[] Places() =>
    [
        new("id", "问卷编号", "问卷编码", "问卷号", "问卷id", "答卷编号", "答卷id", "调查编号", "样本编号", "个人编码", "个人编号", "个案编号", "受访者编号", "调查对象编号", "调查对象编码", "记录编号", "编号", "序号", "id", "no", "no.") { Kind = KnownKind.Name, Words = ["问卷编号", "问卷编码"] },
        new("household", "家庭编码", "家庭编号", "家庭户编码", "家庭户编号", "住户编号", "住户编码", "户编号", "户编码", "户号", "household", "household_id") { Kind = KnownKind.Name, Words = ["家庭编码", "家庭编号"] },
        new("village", [.. Coded(Villages), "village", "village_code", "villagecode"]) { Kind = KnownKind.Code, Words = ["村居代码", "村居编码", "村居委会代码", "村委会代码", "居委会代码", "村代码", "社区代码", "社区编码"], NotIn = ["户", "名", "医"] },
        new("villageName", [.. Named(Villages), "村名", "村居", "村(居)", "村/社区", "村社区", "所在村居", "所在村", "所在社区"]) { Words = ["村居名称", "社区名称", "村名称"], NotIn = ["码", "医"] },
        new("townCode", [.. Coded(Towns), "town_code", "towncode"]) { Kind = KnownKind.Code, Words = ["乡镇代码", "街道代码", "乡镇编码", "街道编码", "乡镇街道代码"], NotIn = ["户", "村", "社区", "居委"] },
        new("townName", [.. Named(Towns), "乡镇街道", "乡镇", "街道", "镇街", "镇(街道)", "所在乡镇", "所在街道", "所在乡镇街道", "town", "town_name"]) { Words = ["乡镇名称", "街道名称"], NotIn = ["码"] },
        new("countyCode", Coded(Counties)) { Kind = KnownKind.Code },
        new("countyName", [.. Named(Counties), "县区", "区县", "县(市、区)", "县市区"]),
        new("area", "城乡", "城乡类型", "城乡分类", "城乡属性", "居住地类型", "家所在地", "所在地", "area", "urban_rural")
        {
            Words = ["城乡", "居住地类型", "家所在地"],
            NotIn = ["医疗保险", "医保", "养老", "居民"],
            Codes = [("1", "城市"), ("2", "农村"), ("城镇", "城市"), ("乡村", "农村"), ("城市", "城市"), ("农村", "农村")],
            Comment = "1 城市, 2 农村",
        },
    ];

    private static KnownColumn[] People() =>
    [
        new("sex", "性别", "sex", "gender")
        {
            Words = ["性别"],
            NotIn = Others,
            Codes = [("1", "男"), ("2", "女"), ("男", "男"), ("女", "女"), ("男性", "男"), ("女性", "女")],
            Comment = "1 男, 2 女",
        },
        new("birth", "出生日期", "出生年月日", "出生年月", "生日", "birth", "birthday", "birth_date", "date_of_birth") { Kind = KnownKind.Date, Words = ["出生日期", "出生年月"], NotIn = Others },
        new("ageGroup", "年龄组", "年龄段", "年龄分组", "age_group", "agegroup") { Words = ["年龄组", "年龄段"], NotIn = Others },
        new("age", "年龄", "周岁", "实足年龄", "周岁年龄", "实际年龄", "age") { Kind = KnownKind.Quantity, Words = ["年龄", "周岁"], NotIn = [.. Others, "组", "段", "年长", "最大", "最小", "开始", "初婚", "首次", "第一次", "确诊", "退休", "吸烟", "家"] },
        new("education", "文化程度", "学历", "受教育程度", "教育程度", "最高学历", "education") { Words = ["文化程度", "学历", "教育程度"], NotIn = Others },
        new("occupation", "职业", "职业类型", "职业类别", "工作", "occupation") { Words = ["职业"], NotIn = [.. Others, "病", "危害", "健康", "防护", "暴露"] },
        new("marital", "婚姻状况", "婚姻", "婚姻状态", "婚姻情况") { Words = ["婚姻状况", "婚姻情况"], NotIn = Others },
        new("ethnicity", "民族", "ethnicity") { Words = ["民族"], NotIn = [.. Others, "医", "团结", "节"] },
        new("registration", "户籍", "户口", "户籍类型", "户口类型", "户口性质", "户籍性质", "户籍所在地类型") { Words = ["户籍类型", "户口类型", "户口性质"] },
        new("insurance", "医疗保险", "医保", "医疗保险类型", "医保类型", "参保类型", "基本医疗保险") { Words = ["医疗保险类型", "医保类型"] },
    ];

    private static KnownColumn[] Households() =>
    [
        new("eligible", "家庭15~69岁人数", "家庭常住15至69岁人口数", "15~69岁人数", "15-69岁人数", "15~69岁人口数", "15-69岁人口数", "家中15~69岁人数", "合格人数", "适龄人数", "符合条件人数", "eligible") { Kind = KnownKind.Quantity, Words = ["15~69岁", "15-69岁", "15至69岁", "15—69岁", "15到69岁"], NotIn = ["序号", "姓名", "素养", "名单"] },
        new("members", "家庭人口数", "家庭人数", "家庭常住人口", "家庭常住人口数", "家庭总人口数", "家庭总人数", "常住人口数", "户人口数", "members") { Kind = KnownKind.Quantity, Words = ["家庭人口数", "家庭常住人口", "家庭人数"], NotIn = ["15", "岁"] },
        new("kishTable", "kish表", "kish表号", "kish表代码", "kish表编号", "kish表类型", "kish抽样表", "kish抽样表号", "抽样表号", "抽样表编号") { Words = ["KISH表", "Kish表", "kish表"], NotIn = ["序号"] },
        new("selectedRank", "抽中成员序号", "抽中者序号", "抽中对象序号", "抽中个人序号", "被抽中者序号", "被抽中成员序号", "抽中序号") { Words = ["抽中成员序号", "抽中者序号"] },
        new("replaced", "是否替换", "是否置换", "是否替换户", "是否置换户", "是否为替换户", "是否为置换户", "替换户", "置换户") { Words = ["是否替换", "是否置换", "为替换户", "为置换户"], NotIn = ["原因"] },
        new("months", "居住月数", "居住时间", "居住月份", "过去12个月居住月数", "过去一年居住月数") { Kind = KnownKind.Quantity, Words = ["居住月数", "居住的月数", "居住多少个月", "居住几个月", "居住了几个月", "居住时间"] },
        new("income", "家庭年收入", "家庭年总收入", "家庭总收入", "家庭收入", "年收入", "月收入", "收入", "家庭人均收入", "家庭人均年收入", "人均年收入", "家庭年人均收入", "income") { Words = ["年收入", "月收入", "家庭收入", "总收入", "人均收入"], NotIn = ["来源", "占"] },
    ];

    private static KnownColumn[] Health() =>
    [
        new("selfRatedHealth", "自评健康", "自评健康状况", "健康自评", "自感健康", "自报健康状况", "健康状况") { Words = ["自评健康", "健康自评", "自感健康", "认为自己健康状况", "认为自己的健康状况"], NotIn = Others },
        new("secondHand", "二手烟", "被动吸烟", "二手烟暴露", "二手烟接触") { Words = ["二手烟", "被动吸烟"], NotIn = ["危害", "导致", "引起", "疾病"] },
        new("quit", "戒烟", "是否戒烟", "戒烟情况") { Words = ["是否戒烟", "戒过烟", "尝试戒烟", "打算戒烟", "戒烟情况"], NotIn = ["门诊", "热线"] },
        new("cigarettes", "每天吸烟支数", "每日吸烟支数", "日吸烟量", "吸烟支数", "吸烟量") { Kind = KnownKind.Quantity, Words = ["多少支", "吸烟支数", "几支烟", "几支香烟"] },
        new("smokeEver", "曾经吸烟", "是否吸过烟", "既往吸烟", "吸烟史") { Words = ["曾经吸烟", "吸过烟", "曾吸烟", "既往吸烟", "吸烟史"], NotIn = [.. Others, "电子烟"] },
        new("smokeNow", "现在吸烟", "吸烟情况", "目前吸烟", "是否吸烟", "吸烟状况", "吸烟") { Words = ["现在吸烟", "现在是否吸烟", "目前吸烟", "目前是否吸烟", "是否吸烟", "吸烟情况", "吸烟状况"], NotIn = [.. Others, "二手", "被动", "戒", "过去", "电子烟"] },
        new("alcohol", "饮酒", "是否饮酒", "饮酒情况", "饮酒频率", "喝酒", "是否喝酒") { Words = ["是否饮酒", "饮酒情况", "饮酒频率", "是否喝酒", "喝酒频率"], NotIn = Others },
        new("exercise", "体育锻炼", "锻炼", "锻炼频率", "体育锻炼频率", "参加体育锻炼") { Words = ["体育锻炼", "锻炼频率", "锻炼次数", "每周锻炼"], NotIn = [.. Others, "原因", "好处", "益处", "时长", "场所"] },
        new("chronicDisease", "慢性病", "慢性疾病", "是否患慢性病", "慢性病患病情况", "慢性病史", "患慢性病情况", "所患慢性病") { Words = ["患慢性病", "患有慢性病", "慢性病史", "慢性病患病"], NotIn = [.. Others, "随访", "管理", "防治", "预防"] },
        new("hypertension", "高血压", "高血压史", "是否患高血压", "高血压患病") { Words = ["高血压"], NotIn = [.. Others, "家族", "服药", "药", "控制", "随访", "管理", "防治", "预防", "知识", "诊断标准", "正确", "危险因素", "并发症"] },
        new("diabetes", "糖尿病", "糖尿病史", "是否患糖尿病", "糖尿病患病") { Words = ["糖尿病"], NotIn = [.. Others, "家族", "服药", "药", "控制", "随访", "管理", "防治", "预防", "知识", "诊断标准", "正确", "危险因素", "并发症"] },
        new("height", "身高", "height") { Kind = KnownKind.Quantity, Words = ["您的身高"] },
        new("bodyWeight", "体重", "body_weight") { Kind = KnownKind.Quantity, Words = ["您的体重"] },
        new("waist", "腰围") { Kind = KnownKind.Quantity, Words = ["您的腰围"] },
        new("systolic", "收缩压", "收缩压1") { Kind = KnownKind.Quantity },
        new("diastolic", "舒张压", "舒张压1") { Kind = KnownKind.Quantity },
        new("channel", "获取健康知识途径", "健康知识来源", "信息渠道", "信息来源") { Words = ["获取健康知识", "获得健康知识", "知识的途径", "信息渠道", "信息来源"], NotIn = ["是否", "困难"] },
    ];

    private static KnownColumn[] Interviews() =>
    [
        new("surveyed", "调查日期", "调查时间", "访问日期", "调查年月日", "填表日期", "填写日期", "填表时间", "填写时间", "提交答卷时间", "提交时间", "答卷时间", "surveyed", "survey_date") { Kind = KnownKind.Date, Words = ["调查日期", "调查时间", "访问日期", "提交答卷时间"], NotIn = ["开始", "结束"] },
        new("started", "开始时间", "调查开始时间", "开始答题时间", "开始答卷时间", "访问开始时间", "开始填写时间") { Words = ["开始时间"], NotIn = ["吸烟", "治疗"] },
        new("ended", "结束时间", "调查结束时间", "访问结束时间", "结束答题时间", "完成时间") { Words = ["结束时间"] },
        new("duration", "所用时间", "答题时长", "答题用时", "答卷时长", "调查用时", "调查时长", "填写时长", "用时", "访问时长") { Kind = KnownKind.Quantity, Words = ["答题时长", "答卷时长"] },
        new("result", "入户结果", "调查结果", "访问结果", "应答情况", "应答结果", "入户情况", "调查完成情况", "访问完成情况", "result")
        {
            Words = ["入户结果", "访问结果", "应答情况"],
            Codes = [("1", "responded"), ("2", "refused"), ("3", "not found"), ("4", "ineligible"), ("5", "unknown"), ("完成", "responded"), ("拒访", "refused"), ("未找到", "not found"), ("不合格", "ineligible"), ("不详", "unknown")],
            Comment = "1 responded, 2 refused, 3 not found, 4 ineligible, 5 unknown",
        },
        new("usable", "是否有效问卷", "是否有效", "问卷是否有效", "有效问卷", "是否为有效问卷"),
        new("weight", "权重", "抽样权重", "最终权重", "weight") { Kind = KnownKind.Quantity, Words = ["权重"], NotIn = ["说明"] },
    ];

    private static string[] Coded(string[] places) => [.. Codes.SelectMany(code => places.Select(place => place + code)), .. Codes.SelectMany(code => places.Select(place => "所在" + place + code))];

    private static string[] Named(string[] places) => [.. places.SelectMany(place => new[] { place + "名称", "所在" + place + "名称" })];
}
